package org.articlerecommender;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The rows of the original's description that this project keeps or puts right, each held by a test whose name begins with
 * the row: {@code a2_breaksTiesByIdDescending}. A row that loses its last test shows here.
 */
class SeedRowsTest {

    private static final List<String> ROWS = Arrays.asList(("l1 l2 l3 l4 l5 l6 c1 c3 c4 c8"
                    + " a1 a2 a3 a4 a5 a6 a7 a8 a9 a12 m1 m3 m4 m6 f2 f3 f4 f8"
                    + " u1 u2 u3 u4 u5 u6 u7 u8 e1 e2 e3 e4 e5 e6 e7 b2 b3 b5 b8 b10 b12 t2 t3 t4 t5 t6 t7 t8")
            .split(" "));

    private static final Pattern NAME = Pattern.compile("void ((?:[a-z][0-9]{1,2}_)+)[a-zA-Z]");

    @Test
    void everyRowThatIsKeptHasATest() throws IOException {
        assertThat(named()).containsAll(ROWS);
    }

    private static Set<String> named() throws IOException {
        var rows = new TreeSet<String>();
        try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
            for (var file :
                    files.filter(one -> one.toString().endsWith("Test.java")).toList()) {
                NAME.matcher(Files.readString(file))
                        .results()
                        .forEach(test -> rows.addAll(List.of(test.group(1).split("_"))));
            }
        }
        return rows;
    }
}
