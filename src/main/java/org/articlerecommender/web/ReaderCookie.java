package org.articlerecommender.web;

import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.NewCookie;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.articlerecommender.events.ReaderId;

/** The cookie that keeps who reads. A user id is a name typed into a field, not a login. */
class ReaderCookie {

    private static final String NAME = "reader";
    private static final int YEAR = (int) Duration.ofDays(365).toSeconds();

    private ReaderCookie() {}

    static Optional<ReaderId> read(Map<String, Cookie> cookies) {
        var cookie = cookies.get(NAME);
        if (cookie == null) {
            return Optional.empty();
        }
        try {
            return ReaderId.parse(URLDecoder.decode(cookie.getValue(), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    // A cookie carries few characters, a user id may have any: it is percent-encoded
    static NewCookie keep(ReaderId reader) {
        return cookie(NAME, URLEncoder.encode(reader.value(), StandardCharsets.UTF_8), YEAR);
    }

    static NewCookie forget() {
        return cookie(NAME, "", 0);
    }

    static NewCookie cookie(String name, String value, int seconds) {
        return new NewCookie.Builder(name)
                .value(value)
                .path("/")
                .maxAge(seconds)
                .httpOnly(true)
                .sameSite(NewCookie.SameSite.LAX)
                .build();
    }
}
