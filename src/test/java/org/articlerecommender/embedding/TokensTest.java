package org.articlerecommender.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What plain English is cut into is what the tokenizer's own library cuts it into. */
class TokensTest {

    private static final int MOST = 16;

    private static Tokens tokens;

    @BeforeAll
    static void open() throws IOException {
        NativeLibraries.keepIn(Path.of("target", "native"));
        tokens = Tokens.of(ModelFiles.in(Optional.empty()).tokenizer(), MOST);
    }

    @AfterAll
    static void close() {
        tokens.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " \n\t ",
                "Attention Is All You Need",
                "Sub-word tokenisation of $\\mathcal{O}(n^2)$ things: unbelievably_long/names, e.g. CIFAR-10!?",
                "[MASK] and [CLS], but [mask] and [ CLS ] as well",
                "##ing ## #",
                "one\rtwo\nthree\tfour",
                "tab\u0001bed and \u007f deleted",
                "Erdős–Rényi graphs and naïve Bayes",
                "plain words and then 量子 ones",
                "ﬁne ligatures",
                "a\u0301ccent by itself",
                "zero\u200bwidth",
                "no\u00a0break",
                "I don't know's n't",
                "x²"
            })
    void areThoseOfTheLibrary(String text) {
        assertThat(tokens.of(text)).isEqualTo(tokens.thoroughly(text));
    }

    @Test
    void areThoseOfTheLibraryForWordsOfAnyLength() {
        for (int length : new int[] {1, 20, 99, 100, 101, 150, 5000}) {
            var text = "a " + "word".repeat(length).substring(0, length) + " b";

            assertThat(tokens.of(text)).isEqualTo(tokens.thoroughly(text));
        }
    }

    @Test
    void areThoseOfTheLibraryForAnyLetters() {
        var random = new Random(5);
        for (int i = 0; i < 2000; i++) {
            var letters = new byte[random.nextInt(80)];
            for (int at = 0; at < letters.length; at++) {
                letters[at] = (byte) (random.nextInt(8) == 0 ? ' ' : 9 + random.nextInt(119));
            }
            var text = new String(letters, StandardCharsets.US_ASCII);

            assertThat(tokens.of(text)).as(text).isEqualTo(tokens.thoroughly(text));
        }
    }
}
