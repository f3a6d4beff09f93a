package org.articlerecommender.web;

import java.util.List;
import org.articlerecommender.catalog.Article;
import org.articlerecommender.catalog.Revisions;

/**
 * Tells a reader of a new version of an article that they saved.
 *
 * @param before the version they saved
 * @param title how the title changed; empty when it did not, like {@code summary}
 */
public record Notice(Article article, int before, List<WordDiff.Part> title, List<WordDiff.Part> summary) {

    static Notice of(Revisions.Revision revision) {
        var now = revision.now();
        return new Notice(
                now,
                revision.before(),
                changed(revision.titleBefore(), now.title()),
                changed(revision.summaryBefore(), now.summary()));
    }

    private static List<WordDiff.Part> changed(String before, String now) {
        return before.equals(now) ? List.of() : WordDiff.between(before, now);
    }
}
