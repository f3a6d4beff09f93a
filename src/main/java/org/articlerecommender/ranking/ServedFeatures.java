package org.articlerecommender.ranking;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Arrays;
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

    /**
     * One row per candidate: the columns of {@link #names()}, then those that the model reads beside them.
     *
     * @param interest null when nothing is known of it
     */
    FeatureVectors of(ReaderId reader, Interest interest, List<ArticleId> candidates, List<String> read) {
        return withInterest(interest, candidates, store.vectors(stored(read), reader, candidates));
    }

    /**
     * The same if the reader asked to forget these articles.
     *
     * @param interest the one that would be left
     */
    FeatureVectors without(
            Set<ArticleId> forgotten,
            ReaderId reader,
            Interest interest,
            List<ArticleId> candidates,
            List<String> read) {
        return withInterest(interest, candidates, store.vectorsWithout(forgotten, stored(read), reader, candidates));
    }

    private List<String> stored(List<String> read) {
        var stored = new LinkedHashSet<>(names());
        stored.addAll(read);
        stored.remove(INTEREST);
        return List.copyOf(stored);
    }

    private FeatureVectors withInterest(Interest interest, List<ArticleId> candidates, FeatureVectors values) {
        var names = new ArrayList<>(values.names());
        names.add(INTEREST);
        var looks = interest == null ? null : interest.looks(candidates, contents.inOrder(candidates));
        var rows = new double[candidates.size()][];
        for (int i = 0; i < rows.length; i++) {
            var row = values.rows()[i];
            rows[i] = Arrays.copyOf(row, row.length + 1);
            rows[i][row.length] =
                    looks == null || looks.get(i) == null ? 0 : looks.get(i).score();
        }
        return new FeatureVectors(names, rows, values.degraded());
    }
}
