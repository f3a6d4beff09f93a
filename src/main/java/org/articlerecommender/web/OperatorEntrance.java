package org.articlerecommender.web;

import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.articlerecommender.platform.Problem;

/** Takes the operator token from a form; whether it is the right one is seen at the next request. */
@Path("/operator/token")
class OperatorEntrance {

    @POST
    public Response enter(@FormParam("token") String token) {
        // what a cookie can carry; a token with anything else has to be sent as a header
        if (token == null || !token.strip().matches("[!#-+\\--:<-\\[\\]-~]{1,500}")) {
            throw Problem.badRequest(
                    "token", "has 1 to 500 letters, digits or signs other than quotes, comma, semicolon");
        }
        var cookie = new NewCookie.Builder("operator")
                .value(token.strip())
                .path("/")
                .httpOnly(true)
                .sameSite(NewCookie.SameSite.STRICT)
                .build();
        return Response.seeOther(URI.create("/operator")).cookie(cookie).build();
    }
}
