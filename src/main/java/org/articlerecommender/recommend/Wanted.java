package org.articlerecommender.recommend;

import java.util.List;
import java.util.Set;
import org.articlerecommender.catalog.ArticleId;

/**
 * The candidates that one reader has not had enough of. Nothing is copied: there are thousands of candidates, and each
 * request asks about a few hundred of them.
 *
 * @param gone what the reader had enough of, whether or not it is among the candidates
 * @param goneHere how many of these are among the candidates
 */
record Wanted(Candidates candidates, Set<ArticleId> gone, int goneHere) {

    static Wanted of(Candidates candidates, Set<ArticleId> gone) {
        int goneHere = 0;
        for (var article : gone) {
            goneHere += candidates.articles().containsKey(article) ? 1 : 0;
        }
        return new Wanted(candidates, gone, goneHere);
    }

    int size() {
        return candidates.ids().size() - goneHere;
    }

    boolean has(ArticleId article) {
        return candidates.articles().containsKey(article) && !gone.contains(article);
    }

    /** The newest, newest first. */
    List<ArticleId> newest(int most) {
        return candidates.ids().stream()
                .filter(article -> !gone.contains(article))
                .limit(most)
                .toList();
    }
}
