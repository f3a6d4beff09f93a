package org.articlerecommender.web;

import java.util.List;
import org.articlerecommender.ranking.Explanation;
import org.articlerecommender.recommend.Recommended;

/**
 * Why an article stands in a list.
 *
 * @param why in one line, or null
 * @param exploring whether it stands there so that something is learned about it
 * @param parts what each feature added to its score, the largest effect first
 */
public record Reason(String why, boolean exploring, List<Explanation.Contribution> parts) {

    static final Reason NONE = new Reason(null, false, List.of());

    static Reason of(Recommended.Item item) {
        var explanation = item.explanation();
        return new Reason(item.why(), item.exploring(), explanation == null ? List.of() : explanation.contributions());
    }
}
