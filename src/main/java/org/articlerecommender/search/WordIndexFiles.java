package org.articlerecommender.search;

import io.quarkus.logging.Log;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.LockObtainFailedException;
import org.apache.lucene.store.NIOFSDirectory;
import org.articlerecommender.catalog.Terms;

/**
 * The files of a {@link WordIndex}. They are a cache, so files that cannot be used are removed and never in the way; where
 * none can be written, the index lives in memory.
 */
final class WordIndexFiles {

    // Changes with whatever decides what stands in the index: analysis, fields
    private static final String FORM = "1";

    private WordIndexFiles() {}

    /** @param catalog whose words the index has; files of another catalog are removed */
    static WordIndex open(Path place, String catalog) {
        var owner = FORM + " " + catalog;
        try {
            return open(place, owner, true);
        } catch (LockObtainFailedException e) {
            Log.warnf("Another process uses the index of words in %s; this one keeps its own in memory.", place);
        } catch (IOException e) {
            Log.warnf("The index of words cannot be kept in %s (%s); it is kept in memory.", place, e.getMessage());
        }
        return inMemory();
    }

    private static WordIndex open(Path place, String owner, boolean again) throws IOException {
        var mark = place.resolve("owner");
        if (Files.exists(place)
                && !(Files.isRegularFile(mark) && Files.readString(mark).equals(owner))) {
            remove(place);
        }
        Files.createDirectories(place);
        Files.writeString(mark, owner);
        try {
            // not mapped into memory: a file that is cut off then is an exception and not the end of the process
            return new WordIndex(new NIOFSDirectory(place.resolve("lucene")), Terms.ENGLISH, WordRanking.CHOSEN);
        } catch (LockObtainFailedException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            if (!again) {
                throw new IOException(e);
            }
            Log.warnf("The index of words in %s is damaged and is made anew: %s", place, e.getMessage());
            remove(place);
            return open(place, owner, false);
        }
    }

    static void remove(Path place) {
        if (!Files.exists(place)) {
            return;
        }
        try (var files = Files.walk(place)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("removing the index of words in " + place, e);
        }
    }

    private static WordIndex inMemory() {
        try {
            return new WordIndex(new ByteBuffersDirectory(), Terms.ENGLISH, WordRanking.CHOSEN);
        } catch (IOException e) {
            throw new UncheckedIOException("opening an index of words in memory", e);
        }
    }
}
