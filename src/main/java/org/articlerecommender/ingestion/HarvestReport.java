package org.articlerecommender.ingestion;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.articlerecommender.platform.JobOutcome;

/** Collects what a harvest did and puts it into the one sentence it ends with. */
class HarvestReport {

    private static final int NAMED = 3;

    private final List<String> categories;
    private final List<String> missing = new ArrayList<>();
    private int read;
    private int changed;
    private int resumed;

    HarvestReport(List<String> categories) {
        this.categories = categories;
    }

    void add(Slice slice, SliceReader.Tally tally) {
        read += tally.read();
        changed += tally.changed();
        if (tally.missing() > 0) {
            missing.add(text("%s %,d short of the %,d arXiv counts", slice.title(), tally.missing(), tally.counted()));
        }
        if (tally.unreadable() > 0) {
            missing.add(
                    text("%s with %,d entries that lack an id, a title or a date", slice.title(), tally.unreadable()));
        }
    }

    void addChanged(int before) {
        changed += before;
    }

    void addResumed() {
        resumed++;
    }

    void addFailed(Slice slice, String reason) {
        missing.add("%s not read (%s)".formatted(slice.title(), reason));
    }

    /** Whether nothing at all was read. */
    boolean empty() {
        return read == 0 && resumed == 0;
    }

    /** The outcome; a warning if something is missing or {@code stopped} says why the harvest ended early. */
    JobOutcome outcome(String stopped) {
        var sentence = new StringBuilder(text(
                "%,d %s read over %,d %s: %,d new or changed",
                read,
                read == 1 ? "article" : "articles",
                categories.size(),
                categories.size() == 1 ? "category" : "categories",
                changed));
        if (resumed > 0) {
            sentence.append(text(
                    "; %,d %s read by the run before, which did not end",
                    resumed, resumed == 1 ? "part was" : "parts were"));
        }
        missing.stream().limit(NAMED).forEach(one -> sentence.append("; ").append(one));
        if (missing.size() > NAMED) {
            sentence.append(text("; and %,d more incomplete parts", missing.size() - NAMED));
        }
        if (stopped != null) {
            sentence.append("; stopped early: ").append(stopped);
        }
        return new JobOutcome(
                stopped != null || !missing.isEmpty(), sentence.append('.').toString());
    }

    private static String text(String form, Object... parts) {
        return String.format(Locale.ROOT, form, parts);
    }
}
