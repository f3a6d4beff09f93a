package org.articlerecommender.platform;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** An address of the original whose content is at another one now. */
@Path("/redoc")
class SeedAddresses {

    @GET
    @Operation(hidden = true)
    public Response documentation() {
        return Response.seeOther(URI.create("/docs")).build();
    }
}
