package org.articlerecommender.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.NewCookie;
import java.util.Map;
import org.articlerecommender.events.ReaderId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReaderCookieTest {

    @ParameterizedTest
    @ValueSource(strings = {"ada", "Ada Lovelace", "a;b=c,d", "čtenář 📚", "قارئ", "100%", "<script>"})
    void carriesAnyUserId(String id) {
        var cookie = ReaderCookie.keep(new ReaderId(id));

        assertThat(cookie.getValue()).matches("[A-Za-z0-9.*_+%-]+");
        assertThat(ReaderCookie.read(Map.of("reader", cookie))).contains(new ReaderId(id));
    }

    @Test
    void isKeptAYearAndIsOutOfReachForScriptsAndOtherSites() {
        var cookie = ReaderCookie.keep(new ReaderId("ada"));

        assertThat(cookie.getMaxAge()).isEqualTo(365 * 24 * 3600);
        assertThat(cookie.isHttpOnly()).isTrue();
        assertThat(cookie.getSameSite()).isEqualTo(NewCookie.SameSite.LAX);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "%", "%zz", "%00", "+"})
    void nonsenseIsNobody(String value) {
        assertThat(ReaderCookie.read(Map.of("reader", cookie(value)))).isEmpty();
    }

    @Test
    void withoutItNobodyReads() {
        assertThat(ReaderCookie.read(Map.of())).isEmpty();
    }

    private static Cookie cookie(String value) {
        return new Cookie.Builder("reader").value(value).build();
    }
}
