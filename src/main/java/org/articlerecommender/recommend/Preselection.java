package org.articlerecommender.recommend;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.articlerecommender.catalog.ArticleId;
import org.articlerecommender.embedding.ArticleVectors;
import org.articlerecommender.events.ReaderId;
import org.articlerecommender.features.FeatureStore;

/**
 * Cuts many candidates down to those worth scoring with all features (the original's idea number 8, SEED 1.10): the ones
 * nearest to what the reader searched for or acted on and, as a third of the places, the newest.
 */
@Singleton
class Preselection {

    private final FeatureStore features;
    private final ArticleVectors vectors;

    Preselection(FeatureStore features, ArticleVectors vectors) {
        this.features = features;
        this.vectors = vectors;
    }

    /** Newest first when all are chosen or there is nothing to be near to; else the newest, then the nearest. */
    List<ArticleId> of(ReaderId reader, Wanted wanted, int most) {
        if (reader == null || wanted.size() <= most) {
            return wanted.newest(most);
        }
        var queries = features.reader(reader).stream()
                .flatMap(known -> Stream.of(known.queryEmbedding(), known.titleEmbedding()))
                .filter(Objects::nonNull)
                .toList();
        if (queries.isEmpty()) {
            return wanted.newest(most);
        }
        var newest = wanted.newest(most / 3);
        var chosen = new ArrayList<>(newest);
        var there = new HashSet<>(newest);
        // nearly all articles of these days are wanted: to ask for more and pass some over is cheaper than to ask of
        // each
        int enough = most + wanted.goneHere();
        for (var near :
                vectors.roughlyNearest(queries, enough, wanted.candidates().oldest())) {
            if (chosen.size() < most && wanted.has(near) && there.add(near)) {
                chosen.add(near);
            }
        }
        return chosen;
    }
}
