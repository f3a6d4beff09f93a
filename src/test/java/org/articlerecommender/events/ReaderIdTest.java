package org.articlerecommender.events;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReaderIdTest {

    @ParameterizedTest
    @ValueSource(strings = {"user1", "Grace Hopper", "读者", "a@b.org", "😀", "<script>alert(1)</script>"})
    void takesWhateverAReaderTypes(String typed) {
        assertThat(ReaderId.parse(" " + typed + " ")).hasValue(new ReaderId(typed));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  ", "two\nlines", "nul\0", "\ud800"})
    void refusesTheEmptyAndTheUnprintable(String typed) {
        assertThat(ReaderId.parse(typed)).isEmpty();
    }

    @Test
    void refusesMoreThan128Characters() {
        assertThat(ReaderId.parse("x".repeat(128))).isPresent();
        assertThat(ReaderId.parse("x".repeat(129))).isEmpty();
    }
}
