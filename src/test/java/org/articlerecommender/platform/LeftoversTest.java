package org.articlerecommender.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeftoversTest {

    @TempDir
    Path parent;

    @Test
    void removesThrowAwayDirectoriesThatNobodyHoldsAndNoOthers() throws IOException {
        var mine = left("mine", true);
        var leftover = left("leftover", true);
        var kept = left("kept", false);

        Leftovers.remove(mine);

        assertThat(leftover).doesNotExist();
        assertThat(mine).exists();
        assertThat(kept.resolve("instance.lock")).exists();
    }

    private Path left(String name, boolean throwAway) throws IOException {
        var directory = Files.createDirectory(parent.resolve(name));
        if (throwAway) {
            Leftovers.mark(directory);
        }
        var lock = Files.writeString(directory.resolve("instance.lock"), "pid 1 port 8080");
        Files.setLastModifiedTime(lock, FileTime.from(Instant.now().minus(Duration.ofHours(1))));
        return directory;
    }
}
