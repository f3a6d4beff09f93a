package org.articlerecommender.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.InputSource;

class CurvesTest {

    private final Curves curves = new Curves("Search of near vectors", List.of(10_000, 1_000_000, 100_000));

    @TempDir
    private Path directory;

    @Test
    void drawALineFromTheSmallestSizeToTheLargest() throws Exception {
        curves.add("scan", size -> OptionalDouble.of(size / 10_000.0));

        var paths = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(curves.svg())))
                .getElementsByTagName("path");
        var line = paths.item(paths.getLength() - 1).getAttributes();

        assertThat(line.getNamedItem("d").getNodeValue()).isEqualTo("M76.0 316.0L257.0 176.0L438.0 36.0");
    }

    @Test
    void endALineWhereNothingWasMeasuredAndLeaveOutOneWithoutPoints() {
        curves.add("graph", size -> size > 100_000 ? OptionalDouble.empty() : OptionalDouble.of(2));
        curves.add("never measured", size -> OptionalDouble.empty());

        assertThat(curves.svg()).contains(">graph<").doesNotContain("never measured");
        assertThat(curves.svg().split("<circle", -1)).hasSize(3);
    }

    @Test
    void areNoFileForASingleSize() throws IOException {
        var one = new Curves("one", List.of(10));
        one.add("scan", size -> OptionalDouble.of(1));
        one.write(directory.resolve("one.svg"));

        assertThat(Files.exists(directory.resolve("one.svg"))).isFalse();
    }
}
