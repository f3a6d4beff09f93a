package org.articlerecommender.recommend;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.articlerecommender.catalog.Article;
import org.articlerecommender.catalog.ArticleId;
import org.articlerecommender.catalog.Catalog;
import org.articlerecommender.events.ReaderId;
import org.articlerecommender.ranking.KnownReader;
import org.articlerecommender.ranking.Ranker;
import org.articlerecommender.ranking.Ranking;

/** Finds out why an article stands where it stands, by ranking again without what speaks for it. */
@ApplicationScoped
public class Reasons {

    // below this cosine two abstracts have no more in common than any two of the same field
    private static final double LIKE = 0.3;

    private final CandidateWindow window;
    private final Preselection preselection;
    private final Ranker ranker;
    private final Catalog catalog;
    private final RecommendConfig config;

    Reasons(CandidateWindow window, Preselection preselection, Ranker ranker, Catalog catalog, RecommendConfig config) {
        this.window = window;
        this.preselection = preselection;
        this.ranker = ranker;
        this.catalog = catalog;
        this.config = config;
    }

    /** The grounds for the article among the candidates of now, whether or not the reader has had enough of some. */
    public Grounds of(ReaderId reader, Article article) {
        var knownReader = ranker.known(reader);
        var candidates = candidates(knownReader, article.id());
        var ranking = ranker.rank(knownReader, candidates);
        var evidence = ranker.evidence(reader, article);
        var liked = new ArrayList<Grounds.Liked>();
        evidence.ifPresent(own -> {
            var known = catalog.find(own.liked().keySet());
            own.liked().forEach((id, likeness) -> {
                if (known.containsKey(id) && likeness >= LIKE) {
                    var without = ranker.rankWithout(reader, Set.of(id), candidates);
                    liked.add(new Grounds.Liked(known.get(id), likeness, position(without, article.id())));
                }
            });
        });
        return new Grounds(
                article,
                ranking.model(),
                position(ranking, article.id()),
                candidates.size(),
                liked,
                evidence.map(own -> own.words()).orElse(List.of()),
                evidence.map(own -> own.authors()).orElse(List.of()));
    }

    private List<ArticleId> candidates(KnownReader reader, ArticleId article) {
        var chosen = new ArrayList<>(preselection.of(reader, Wanted.of(window.current(), Set.of()), config.scored()));
        if (!chosen.contains(article)) {
            chosen.add(article);
        }
        return chosen;
    }

    private static int position(Ranking ranking, ArticleId article) {
        return ranking.lines().stream().map(Ranking.Line::article).toList().indexOf(article) + 1;
    }
}
