package org.articlerecommender.ranking;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.articlerecommender.catalog.ArticleId;
import org.articlerecommender.events.ReaderId;
import org.articlerecommender.features.Feature;
import org.articlerecommender.features.FeatureDefinitions;
import org.articlerecommender.features.FeatureStore;
import org.articlerecommender.features.FeatureVectors;
import org.articlerecommender.features.ReaderValues;
import org.articlerecommender.interest.Contents;
import org.articlerecommender.interest.Interest;
import org.articlerecommender.interest.InterestModel;

/** The values that a ranking is made from: those of the feature store, and how much each article interests the reader. */
@ApplicationScoped
public class ServedFeatures {

    /** Computed here from {@link InterestModel}; 0 for a reader who liked nothing yet and for an article without vector. */
    public static final String INTEREST = "ranking:interest";

    static final String QUERY_SIMILARITY = "reader_article:query_similarity";
    static final String TITLE_SIMILARITY = "reader_article:title_similarity";
    static final String AGE = "reader_article:age_days";
    static final String ACTION_RATE = "document_daily_stats:action_rate";

    private static final String SERVICE = "feed_ranker_v1";

    // to be raised whenever InterestModel gives other numbers for the same examples
    private static final String INTEREST_HASH = "interest-3";

    private final FeatureStore store;
    private final FeatureDefinitions definitions;
    private final Contents contents;

    ServedFeatures(FeatureStore store, FeatureDefinitions definitions, Contents contents) {
        this.store = store;
        this.definitions = definitions;
        this.contents = contents;
    }

    /** What every list is ordered by and recorded with, and so what a model can be trained on. */
    public List<String> names() {
        var names = new ArrayList<>(definitions.service(SERVICE).orElse(List.of()));
        names.add(INTEREST);
        return names;
    }

    /** The hash of a feature's definition as it is now; empty when there is no such feature. */
    public Optional<String> hash(String name) {
        return name.equals(INTEREST)
                ? Optional.of(INTEREST_HASH)
                : definitions.find(name).map(Feature::hash);
    }

    /** What is held of the reader for the columns of {@link #names()} and those that the model reads beside them. */
    ReaderValues read(ReaderId reader, List<String> alsoRead) {
        return store.read(stored(alsoRead), reader);
    }

    /** The same if the reader asked to forget these articles. */
    ReaderValues readWithout(Set<ArticleId> forgotten, ReaderId reader, List<String> alsoRead) {
        return store.readWithout(forgotten, stored(alsoRead), reader);
    }

    private List<String> stored(List<String> read) {
        var stored = new LinkedHashSet<>(names());
        stored.addAll(read);
        stored.remove(INTEREST);
        return List.copyOf(stored);
    }

    /**
     * One row per candidate.
     *
     * @param looks what the reader's interest says of each, null where it says nothing; null without an interest
     */
    record Served(FeatureVectors vectors, List<InterestModel.Look> looks) {

        InterestModel.Look look(int candidate) {
            return looks == null ? null : looks.get(candidate);
        }
    }

    /** @param interest null when nothing is known of it */
    Served of(ReaderValues reader, Interest interest, List<ArticleId> candidates) {
        var stored = store.vectors(reader, candidates, 1);
        int column = stored.names().size();
        var looks = interest == null ? null : interest.looks(candidates, contents.inOrder(candidates));
        for (int i = 0; looks != null && i < candidates.size(); i++) {
            stored.rows()[i][column] = looks.get(i) == null ? 0 : looks.get(i).score();
        }
        var names = new ArrayList<>(stored.names());
        names.add(INTEREST);
        return new Served(new FeatureVectors(List.copyOf(names), stored.rows(), stored.degraded()), looks);
    }
}
