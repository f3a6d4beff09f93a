package org.articlerecommender.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code scripts/run} does with the archive of classes that an earlier run left. */
class ClassArchiveTest {

    @TempDir
    private static Path directory;

    private static Path jar;
    private static byte[] whole;

    /** What is archived. */
    static final class Ended {
        public static void main(String[] arguments) {
            System.out.println("ended");
        }
    }

    @BeforeAll
    static void archive() throws IOException, InterruptedException {
        jar = directory.resolve("app.jar");
        var name = Ended.class.getName().replace('.', '/') + ".class";
        try (var out = new JarOutputStream(Files.newOutputStream(jar));
                var in = Ended.class.getClassLoader().getResourceAsStream(name)) {
            out.putNextEntry(new JarEntry(name));
            in.transferTo(out);
        }
        var archive = directory.resolve("whole.jsa");
        var dump = "\"$JAVA_HOME/bin/java\" -XX:ArchiveClassesAtExit=\"$1\" $java_flags -cp \"$2\" \"$3\"";
        assertThat(bash(dump, archive.toString(), jar.toString(), Ended.class.getName()))
                .isZero();
        whole = Files.readAllBytes(archive);
    }

    @Test
    void isUsedWhenItIsWhole() throws IOException, InterruptedException {
        assertThat(isWhole(whole)).isTrue();
    }

    @Test
    void isNotUsedWhenItWasCut() throws IOException, InterruptedException {
        assertThat(isWhole(Arrays.copyOf(whole, whole.length / 2))).isFalse();
        assertThat(isWhole(Arrays.copyOf(whole, whole.length - 4096))).isFalse();
        assertThat(isWhole(new byte[0])).isFalse();
    }

    @Test
    void isNotUsedWhenAPageOfItIsLost() throws IOException, InterruptedException {
        var holed = whole.clone();
        Arrays.fill(holed, whole.length / 2, whole.length / 2 + 4096, (byte) 0);

        assertThat(isWhole(holed)).isFalse();
    }

    private static boolean isWhole(byte[] content) throws IOException, InterruptedException {
        var archive = Files.write(directory.resolve("tried.jsa"), content);
        return bash("whole_archive \"$1\" \"$2\"", archive.toString(), jar.toString()) == 0;
    }

    private static int bash(String command, String... arguments) throws IOException, InterruptedException {
        var words = new ArrayList<>(List.of("bash", "-c", ". scripts/java.sh; " + command, "test"));
        words.addAll(Arrays.asList(arguments));
        var process = new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("output").toFile());
        process.environment().put("JAVA_HOME", System.getProperty("java.home"));
        return process.start().waitFor();
    }
}
