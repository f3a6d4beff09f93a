package org.articlerecommender.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstanceLockTest {

    @TempDir
    Path directory;

    @Test
    void namesTheDirectoryAndTheProcessThatHoldsIt() throws Exception {
        var holder = holder(directory);
        try {
            assertThat(InstanceLock.held(directory)).isTrue();
            assertThatThrownBy(() -> InstanceLock.take(settings()))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining(directory.toString())
                    .hasMessageContaining("pid " + holder.pid() + " port 8099");
        } finally {
            holder.destroyForcibly().waitFor();
        }
    }

    @Test
    void isFreeAgainWhenTheHolderIsKilled() throws Exception {
        holder(directory).destroyForcibly().waitFor();

        assertThat(InstanceLock.held(directory)).isFalse();
        InstanceLock.take(settings());
        assertThat(InstanceLock.held(directory)).isTrue();
    }

    @Test
    void isTakenOncePerProcess() throws IOException {
        InstanceLock.take(settings());

        InstanceLock.take(settings());

        assertThat(System.getProperty("instance.lock@" + directory))
                .isEqualTo("pid %d port 8080%n", ProcessHandle.current().pid());
    }

    private EmbeddedSettings settings() {
        return new EmbeddedSettings(directory, directory.resolve("cache"), true, "8080");
    }

    /** Another process, which holds the lock until it is killed. */
    static Process holder(Path directory) throws Exception {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var process = new ProcessBuilder(
                        java,
                        "-Xmx64m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        InstanceLockTest.class.getName(),
                        directory.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        assertThat(process.inputReader().readLine()).isEqualTo("held");
        return process;
    }

    public static void main(String[] words) throws Exception {
        InstanceLock.take(new EmbeddedSettings(Path.of(words[0]), Path.of(words[0]), true, "8099"));
        System.out.println("held");
        TimeUnit.MINUTES.sleep(5);
    }
}
