package org.articlerecommender.ingestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineReaderTest {

    @Test
    void splitsAtLineEnds() throws IOException {
        assertThat(lines("a\n\nbc\r\nd")).containsExactly("a", "", "bc\r", "d");
        assertThat(lines("a\n")).containsExactly("a");
        assertThat(lines("")).isEmpty();
    }

    @Test
    void cutsALineThatIsTooLongAndGoesOnWithTheNext() throws IOException {
        var reader = reader("x".repeat(11) + "\nshort\n", 10, 100);

        assertThat(reader.next()).hasSize(10);
        assertThat(reader.wasTooLong()).isTrue();
        assertThat(reader.next()).isEqualTo("short".getBytes(StandardCharsets.UTF_8));
        assertThat(reader.wasTooLong()).isFalse();
        assertThat(reader.next()).isNull();
    }

    @Test
    void stopsWhenMoreComesThanAllowed() throws IOException {
        var reader = reader("1234\n5678\n9", 10, 10);

        reader.next();
        reader.next();

        assertThatThrownBy(reader::next).isInstanceOf(LineReader.TooMuch.class);
    }

    @Test
    void givesNothingTwiceWhenTheStreamBreaksOff() throws IOException {
        var broken = new SequenceInputStream(
                new ByteArrayInputStream("a\nb".getBytes(StandardCharsets.UTF_8)), new InputStream() {
                    @Override
                    public int read() throws IOException {
                        throw new EOFException();
                    }
                });
        var reader = new LineReader(broken, 100, 1000);

        assertThat(reader.next()).isEqualTo("a".getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(reader::next).isInstanceOf(EOFException.class);
        assertThatThrownBy(reader::next).isInstanceOf(EOFException.class);
    }

    private static List<String> lines(String text) throws IOException {
        var reader = reader(text, 100, 1000);
        var lines = new ArrayList<String>();
        for (var line = reader.next(); line != null; line = reader.next()) {
            lines.add(new String(line, StandardCharsets.UTF_8));
        }
        return lines;
    }

    private static LineReader reader(String text, int longest, long most) {
        return new LineReader(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), longest, most);
    }
}
