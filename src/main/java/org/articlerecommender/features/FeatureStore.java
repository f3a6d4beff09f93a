package org.articlerecommender.features;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.articlerecommender.catalog.ArticleId;
import org.articlerecommender.events.ReaderId;

/** Answers with current feature values, for one reader and thousands of articles within one request. */
public interface FeatureStore {

    /**
     * The values of the named features for each article, in the order both were given.
     *
     * <p>What nobody has written yet, or what is older than its TTL, takes its definition's default, so that every article
     * has one complete row. When Redis is away the answer says so and serving goes on.
     *
     * @param names like {@code reader_article:title_similarity}: view and feature
     * @param reader null for nobody in particular; features of a reader then take their defaults
     * @throws IllegalArgumentException if a name is not a defined numeric feature
     */
    FeatureVectors vectors(List<String> names, ReaderId reader, List<ArticleId> articles);

    /**
     * The values as they would be if the reader asked to forget these articles now. Those of articles stay as they are,
     * and so do those of the reader that are not computed from events.
     */
    FeatureVectors vectorsWithout(
            Set<ArticleId> forgotten, List<String> names, ReaderId reader, List<ArticleId> articles);

    /** What is known of a reader's interests; empty when that is nothing. */
    Optional<ReaderFeatures> reader(ReaderId reader);
}
