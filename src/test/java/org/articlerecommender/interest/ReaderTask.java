package org.articlerecommender.interest;

import java.util.List;
import java.util.Map;
import org.articlerecommender.interest.InterestModel.Liked;

/**
 * One list to be ordered for a reader of whom it is known what they wanted of it.
 *
 * @param wanted for each candidate whether the reader took it
 * @param categories what articles are listed under, as far as that is known
 */
record ReaderTask(
        List<Liked> liked,
        List<Content> background,
        List<Content> candidates,
        boolean[] wanted,
        Map<Content, List<String>> categories) {

    List<String> categories(Content article) {
        return categories.getOrDefault(article, List.of());
    }

    /** The same with no more than the first of the liked. */
    ReaderTask withFirst(int most) {
        return new ReaderTask(
                liked.subList(0, Math.min(most, liked.size())), background, candidates, wanted, categories);
    }
}
