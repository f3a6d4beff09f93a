package org.articlerecommender.recommend;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.articlerecommender.catalog.ArticleFacts;
import org.articlerecommender.catalog.ArticleId;
import org.articlerecommender.ranking.Explanation;
import org.articlerecommender.ranking.Explanation.Contribution;
import org.junit.jupiter.api.Test;

class WhyTest {

    private static final ArticleId PAPER = new ArticleId("9901.00001");
    private static final ArticleFacts READ = new ArticleFacts(
            new ArticleId("9901.00002"),
            "Sourdough starters",
            List.of("A. Baker"),
            List.of("cs.LG"),
            "cs.LG",
            LocalDate.EPOCH);
    private static final Map<ArticleId, ArticleFacts> ARTICLES = Map.of(READ.id(), READ);

    @Test
    void namesTheReadersOwnArticleThatIsMostLikeIt() {
        assertThat(Why.of(explanation(READ.id(), 0.7), ARTICLES, false)).isEqualTo("Because of “Sourdough starters”");
    }

    @Test
    void namesNoArticleThatIsHardlyLikeIt() {
        assertThat(Why.of(
                        explanation(READ.id(), 0.2, new Contribution("reader_article:query_similarity", 0.5, 0.4)),
                        ARTICLES,
                        false))
                .isEqualTo("Fits what you searched for");
    }

    @Test
    void doesNotCallAnArticleTheReasonForItself() {
        assertThat(Why.of(explanation(PAPER, 1), ARTICLES, false)).isEqualTo("You read this one");
    }

    @Test
    void saysThatItExplores() {
        assertThat(Why.of(explanation(READ.id(), 0.9), ARTICLES, true)).contains("different");
    }

    @Test
    void saysNothingWhenNothingSpokeForTheArticle() {
        assertThat(Why.of(explanation(null, 0, new Contribution("reader_article:age_days", 9, -0.4)), ARTICLES, false))
                .isNull();
    }

    private static Explanation explanation(ArticleId nearest, double likeness, Contribution... parts) {
        return new Explanation(PAPER, List.of(parts), nearest, likeness);
    }
}
