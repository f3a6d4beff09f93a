package org.articlerecommender.ingestion;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import org.articlerecommender.catalog.BulkStore;
import org.articlerecommender.catalog.Source;
import org.articlerecommender.catalog.Told;
import org.articlerecommender.platform.Progress;

/**
 * One reading of one file: lines are read here, made into articles by others at the same time, and stored here in the
 * order of the file, each part together with the place it ends at.
 */
class BulkRun {

    private static final int PART = 5000;
    private static final int AHEAD = 2;
    private static final int LONGEST_LINE = 1 << 20;

    private final BulkStore store;
    private final BulkLines lines;
    private final Executor parsers;
    private final Progress progress;
    private final BulkFile file;
    private final long began = System.nanoTime();
    private final ArrayDeque<CompletableFuture<BulkStep>> parts = new ArrayDeque<>();
    private long readBefore;
    private long storedHere;

    BulkRun(BulkStore store, BulkLines lines, Executor parsers, Progress progress, BulkFile file) {
        this.store = store;
        this.lines = lines;
        this.parsers = parsers;
        this.progress = progress;
        this.file = file;
    }

    /**
     * Stores the file from the place on where it was left.
     *
     * @throws IOException if it cannot be read to its end; what was read before is stored
     */
    void run() throws IOException {
        try (var text = BulkText.open(Path.of(file.path()))) {
            text.text().skipNBytes(file.bytes());
            readBefore = text.read();
            var reader = new LineReader(text.text(), LONGEST_LINE, Long.MAX_VALUE);
            var broken = readAll(text, reader);
            while (!parts.isEmpty()) {
                storeNext(text);
            }
            if (broken != null) {
                throw broken;
            }
        }
    }

    // Null at the end of the file, otherwise why it cannot be read further. A part that cannot be stored ends it all:
    // none
    // behind it may be, for the place moves on with each
    private IOException readAll(BulkText text, LineReader reader) {
        long number = file.lines() + 1;
        try {
            for (var raw = part(reader, number); !raw.lines().isEmpty(); raw = part(reader, number)) {
                var whole = raw;
                number += raw.lines().size();
                parts.add(CompletableFuture.supplyAsync(() -> lines.read(whole), parsers));
                if (parts.size() > AHEAD) {
                    storeNext(text);
                }
            }
            return null;
        } catch (IOException e) {
            return e;
        }
    }

    // What came before the place where the file breaks off is kept as a part of its own
    private BulkLines.Raw part(LineReader reader, long first) throws IOException {
        var some = new ArrayList<byte[]>(PART);
        long end = reader.consumed();
        try {
            for (var line = reader.next(); line != null; line = reader.next()) {
                some.add(reader.wasTooLong() ? null : line);
                end = reader.consumed();
                if (some.size() == PART) {
                    break;
                }
            }
        } catch (IOException e) {
            if (some.isEmpty()) {
                throw e;
            }
        }
        return new BulkLines.Raw(first, some, file.bytes() + end);
    }

    private void storeNext(BulkText text) {
        BulkStep step;
        try {
            step = parts.remove().join();
        } catch (CompletionException e) {
            throw new IllegalStateException("A part of " + file.path() + " could not be read", e.getCause());
        }
        if (Thread.currentThread().isInterrupted()) {
            parts.clear();
            throw new IllegalStateException("The import was interrupted; the next run goes on");
        }
        var told = Told.exactly(step.snapshot() ? Source.SNAPSHOT : Source.IMPORT);
        store.save(
                step.articles(),
                told,
                (connection, changed) -> BulkFileTable.step(connection, file.path(), step, changed));
        storedHere += step.articles().size();
        tell(step, text.read());
    }

    private void tell(BulkStep step, long read) {
        double seconds = (System.nanoTime() - began) / 1e9;
        double share = (read - readBefore) / (double) Math.max(1, file.size() - readBefore);
        long left = share <= 0 ? 0 : Math.round(seconds / share - seconds);
        progress.at(
                read,
                file.size(),
                String.format(
                        Locale.ROOT,
                        "%s: %,d lines, %,.0f articles a second, about %s left",
                        Path.of(file.path()).getFileName(),
                        step.lines(),
                        storedHere / seconds,
                        left >= 120 ? left / 60 + " minutes" : left + " seconds"));
    }
}
