package org.articlerecommender.ingestion;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CleanTextTest {

    @Test
    void foldsWhiteSpaceToOneLine() {
        assertThat(CleanText.fold("  A title\n  over\ttwo\r\nlines ")).isEqualTo("A title over two lines");
    }

    @Test
    void leavesGarbledLettersAsTheyCame() {
        // UTF-8 that was once read as Latin-1: its parts may be control characters and hard spaces
        assertThat(CleanText.fold("Ã\u00a0 la Ã\u0089cole")).isEqualTo("Ã\u00a0 la Ã\u0089cole");
    }

    @Test
    void dropsWhatPostgresCannotHold() {
        assertThat(CleanText.fold("a\0b\u0007c\ud800d")).isEqualTo("abc\uFFFDd");
        assertThat(CleanText.fold("😀 x")).isEqualTo("😀 x");
    }

    @Test
    void isNullWhenNothingIsLeft() {
        assertThat(CleanText.foldOrNull(" \0 ")).isNull();
        assertThat(CleanText.foldOrNull(null)).isNull();
        assertThat(CleanText.fold(null)).isNull();
    }
}
