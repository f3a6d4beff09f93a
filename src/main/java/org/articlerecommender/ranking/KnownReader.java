package org.articlerecommender.ranking;

import java.util.List;
import java.util.Optional;
import org.articlerecommender.events.ReaderId;
import org.articlerecommender.features.ReaderFeatures;
import org.articlerecommender.features.ReaderValues;
import org.articlerecommender.interest.Interest;

/**
 * What lists are ranked by for one reader, as it was at one moment.
 *
 * @param reader null for nobody in particular
 * @param interest null when nothing is known of it
 * @param notes what could not be read, for people
 */
public record KnownReader(ReaderId reader, Interest interest, ReaderValues values, List<String> notes) {

    public KnownReader {
        notes = List.copyOf(notes);
    }

    /** What the feature store holds of the reader's interests; empty when that is nothing. */
    public Optional<ReaderFeatures> features() {
        return values.features();
    }
}
