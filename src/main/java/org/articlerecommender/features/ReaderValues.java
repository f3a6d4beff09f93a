package org.articlerecommender.features;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.articlerecommender.events.ReaderId;

/** What the store holds of one reader for features of these names, read once for all articles of a request. */
public final class ReaderValues {

    private final List<String> names;
    private final ReaderId reader;
    private final Map<String, EntityValues> byView;
    private final ReaderFeatures features;
    private final String degraded;

    ReaderValues(
            List<String> names,
            ReaderId reader,
            Map<String, EntityValues> byView,
            ReaderFeatures features,
            String degraded) {
        this.names = names;
        this.reader = reader;
        this.byView = byView;
        this.features = features;
        this.degraded = degraded;
    }

    /** What is known of the reader's interests; empty when that is nothing. */
    public Optional<ReaderFeatures> features() {
        return Optional.ofNullable(features);
    }

    List<String> names() {
        return names;
    }

    /** Null for nobody in particular. */
    ReaderId reader() {
        return reader;
    }

    /** The values that count now; a view of which there are none is missing. */
    Map<String, EntityValues> byView() {
        return byView;
    }

    String degraded() {
        return degraded;
    }
}
