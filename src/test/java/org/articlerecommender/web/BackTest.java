package org.articlerecommender.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BackTest {

    @Test
    void returnsToAPageOfOurs() {
        assertThat(Back.to("/search?q=a+b&list=1", "/")).hasToString("/search?q=a+b&list=1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//evil.example/",
                "/\\evil.example",
                "https://evil.example/",
                "javascript:alert(1)",
                "",
                "/a\nb",
                "/%zz"
            })
    void returnsNowhereElse(String given) {
        assertThat(Back.to(given, "/settings")).hasToString("/settings");
    }

    @Test
    void hasSomewhereToGoWithoutAnything() {
        assertThat(Back.to(null, "/")).hasToString("/");
    }
}
