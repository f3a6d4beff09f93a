package org.articlerecommender.recommend;

import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;
import org.articlerecommender.catalog.Shortlist;
import org.articlerecommender.embedding.ArticleVectors;
import org.articlerecommender.ranking.KnownReader;

/**
 * Cuts many candidates down to those worth scoring with all features (the original's idea number 8, SEED 1.10): the ones
 * nearest to what the reader searched for or acted on and, as a third of the places, the newest.
 */
@Singleton
class Preselection {

    private final ArticleVectors vectors;

    Preselection(ArticleVectors vectors) {
        this.vectors = vectors;
    }

    /**
     * At most so many of the wanted, in the order they come in.
     *
     * @param wanted newest first
     */
    Shortlist of(KnownReader reader, Shortlist wanted, int most) {
        if (wanted.size() <= most) {
            return wanted.first(most);
        }
        var queries = reader.features().stream()
                .flatMap(known -> Stream.of(known.queryEmbedding(), known.titleEmbedding()))
                .filter(Objects::nonNull)
                .toList();
        if (queries.isEmpty()) {
            return wanted.first(most);
        }
        var likeness = vectors.roughLikeness(queries, wanted);
        // the newest are chosen whatever they are like
        Arrays.fill(likeness, 0, most / 3, Float.POSITIVE_INFINITY);
        return wanted.best(likeness, most);
    }
}
