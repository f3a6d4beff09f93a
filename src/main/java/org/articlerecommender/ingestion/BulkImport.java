package org.articlerecommender.ingestion;

import io.quarkus.arc.Unremovable;
import jakarta.inject.Singleton;
import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.ZipException;
import org.articlerecommender.catalog.BulkStore;
import org.articlerecommender.platform.Job;
import org.articlerecommender.platform.JobOutcome;
import org.articlerecommender.platform.Progress;
import org.articlerecommender.platform.StoreUnavailable;
import org.eclipse.microprofile.context.ManagedExecutor;

/** Takes in whole files, one after the other, and then makes what they brought findable by its words. */
@Singleton
@Unremovable
class BulkImport implements Job {

    static final String NAME = "import";

    private static final int WORDS_AT_ONCE = 2000;

    private final BulkFileTable files;
    private final BulkStore store;
    private final BulkLines lines;
    private final Intake intake;
    private final ManagedExecutor executor;

    BulkImport(BulkFileTable files, BulkStore store, BulkLines lines, Intake intake, ManagedExecutor executor) {
        this.files = files;
        this.store = store;
        this.lines = lines;
        this.intake = intake;
        this.executor = executor;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String purpose() {
        return "Takes in the files that scripts/import was given, from where it was left.";
    }

    @Override
    public JobOutcome run(Progress progress) {
        var done = new ArrayList<BulkFile>();
        long words = 0;
        do {
            for (var file = files.next(); file.isPresent(); file = files.next()) {
                done.add(read(file.get(), progress));
            }
            words += fillWords(progress);
        } while (files.next().isPresent());
        if (done.isEmpty()) {
            return JobOutcome.done("No file waits to be taken in; %,d articles were made findable.".formatted(words));
        }
        return outcome(done);
    }

    /** Whether a run that was cut off left something to do. */
    boolean due() {
        return files.next().isPresent() || store.lacksWords();
    }

    private BulkFile read(BulkFile file, Progress progress) {
        var state = BulkFile.State.DONE;
        String reason = null;
        try {
            new BulkRun(store, lines, executor, progress, file).run();
        } catch (StoreUnavailable e) {
            throw new StoreUnavailable(
                    "%s is stored up to here; it goes on by itself within a quarter of an hour, or at once when it is given again. What failed"
                            .formatted(file.path()),
                    e);
        } catch (EOFException | ZipException e) {
            state = BulkFile.State.BROKEN;
            reason =
                    "it ends in the middle of its compression; what came before is stored, and the whole file can be given again";
        } catch (IOException e) {
            state = BulkFile.State.BROKEN;
            reason = "it cannot be read: " + e.getMessage();
        }
        files.end(file.path(), state, reason);
        var after = files.find(file.path()).orElse(file);
        if (after.taken() > 0) {
            intake.realOnes();
        }
        return after;
    }

    private long fillWords(Progress progress) {
        long all = 0;
        for (int some = -1; some != 0 && files.next().isEmpty(); all += some) {
            some = store.fillWords(WORDS_AT_ONCE);
            progress.at(all, 0, String.format(Locale.ROOT, "%,d articles made findable by their words", all));
        }
        return all;
    }

    private static JobOutcome outcome(List<BulkFile> done) {
        var sentences = done.stream()
                .map(file -> String.format(
                        Locale.ROOT,
                        "%s: %,d articles taken, %,d new or changed, %,d bad lines%s",
                        file.path(),
                        file.taken(),
                        file.changed(),
                        file.bad(),
                        Optional.ofNullable(file.reason())
                                .map(reason -> "; " + reason)
                                .orElse("")))
                .toList();
        boolean warning = done.stream().anyMatch(file -> file.bad() > 0 || file.reason() != null);
        return new JobOutcome(warning, String.join(" · ", sentences) + ".");
    }
}
