package org.articlerecommender.features;

import java.util.List;
import java.util.Set;
import org.articlerecommender.catalog.ArticleId;
import org.articlerecommender.events.ReaderId;

/** Answers with current feature values, for one reader and thousands of articles within one request. */
public interface FeatureStore {

    /**
     * What is held of the reader for features of these names, and of the reader's interests.
     *
     * @param names like {@code reader_article:title_similarity}: view and feature
     * @param reader null for nobody in particular; features of a reader then take their defaults
     * @throws IllegalArgumentException if a name is not a defined numeric feature
     */
    ReaderValues read(List<String> names, ReaderId reader);

    /**
     * The same as it would be if the reader asked to forget these articles now. Values that are not computed from events
     * stay as they are.
     */
    ReaderValues readWithout(Set<ArticleId> forgotten, List<String> names, ReaderId reader);

    /**
     * The values of the features that were named when the reader was read, for each article, in the order both were given.
     *
     * <p>What nobody has written yet, or what is older than its TTL, takes its definition's default, so that every article
     * has one complete row. When Redis is away the answer says so and serving goes on.
     *
     * @param spare how many columns each row has after those of the features, all 0: what the caller computes by itself
     */
    FeatureVectors vectors(ReaderValues reader, List<ArticleId> articles, int spare);

    /** The same for a reader who is read for this call alone, without spare columns. */
    default FeatureVectors vectors(List<String> names, ReaderId reader, List<ArticleId> articles) {
        return vectors(read(names, reader), articles, 0);
    }
}
