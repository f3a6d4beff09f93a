package org.articlerecommender.ranking;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.articlerecommender.catalog.Article;
import org.articlerecommender.catalog.ArticleId;
import org.articlerecommender.events.ReaderId;
import org.articlerecommender.features.FeatureVectors;
import org.articlerecommender.interest.Contents;
import org.articlerecommender.interest.Interest;
import org.articlerecommender.interest.Interests;
import org.articlerecommender.platform.StoreUnavailable;

/**
 * Orders candidates for one reader.
 *
 * <p>Every candidate comes back exactly once; articles that score alike keep the order they came in. Without a trained
 * model the order is by likeness to what the reader searched for and liked and, for a reader of whom nothing is known,
 * by what is new and read by others. When a store is away the order is poorer and the ranking's note says so.
 */
@ApplicationScoped
public class Ranker {

    private final ServedFeatures features;
    private final ModelRegistry models;
    private final Interests interests;
    private final Contents contents;

    Ranker(ServedFeatures features, ModelRegistry models, Interests interests, Contents contents) {
        this.features = features;
        this.models = models;
        this.interests = interests;
        this.contents = contents;
    }

    /**
     * What is known of a reader now, read once for all that a request asks.
     *
     * @param reader null for nobody in particular
     */
    public KnownReader known(ReaderId reader) {
        var notes = new ArrayList<String>();
        var interest = interest(reader, notes);
        return new KnownReader(reader, interest, features.read(reader, models.read()), notes);
    }

    /** Orders the candidates. */
    public Ranking rank(KnownReader reader, List<ArticleId> candidates) {
        var served = features.of(reader.values(), reader.interest(), candidates);
        var notes = new ArrayList<>(reader.notes());
        if (served.vectors().degraded() != null) {
            notes.add(served.vectors().degraded());
        }
        var scorer = models.serving(served.vectors());
        var scores = scorer.scores(served.vectors().rows());
        var lines = new ArrayList<Ranking.Line>(scores.length);
        for (int i : Order.descending(scores)) {
            lines.add(new Ranking.Line(
                    candidates.get(i), scores[i], served.vectors().rows()[i], served.look(i)));
        }
        var note = notes.isEmpty() ? null : String.join(" ", notes);
        return new Ranking(scorer.id(), served.vectors().names(), lines, note);
    }

    /**
     * Orders the candidates as they would stand if the reader asked to forget these articles: the interest is learned anew,
     * and the features of the reader are computed anew.
     */
    public Ranking rankWithout(ReaderId reader, Set<ArticleId> articles, List<ArticleId> candidates) {
        var interest = interests.without(reader, articles).orElse(null);
        var values = features.readWithout(articles, reader, models.read());
        return rank(new KnownReader(reader, interest, values, List.of()), candidates);
    }

    /** What orders lists now: changes with the model that serves and the one that challenges it. */
    public String models() {
        var serving = models.serving();
        return serving.id() + " " + serving.challenger();
    }

    /** The same candidates as the challenger would order them; empty while no model challenges. */
    public Optional<Ranking> challenge(Ranking ranking) {
        return models.challenger(ranking.featureNames()).map(scorer -> {
            var lines = ranking.lines();
            var scores = scorer.scores(rows(lines));
            return new Ranking(
                    scorer.id(),
                    ranking.featureNames(),
                    Arrays.stream(Order.descending(scores))
                            .mapToObj(i -> lines.get(i).scored(scores[i]))
                            .toList(),
                    ranking.note());
        });
    }

    private static double[][] rows(List<Ranking.Line> lines) {
        return lines.stream().map(Ranking.Line::features).toArray(double[][]::new);
    }

    /** Why some lines of a reader's ranking stand where they stand, in the order given. */
    public List<Explanation> explain(KnownReader reader, Ranking ranking, List<Ranking.Line> lines) {
        var scorer = models.serving(new FeatureVectors(ranking.featureNames(), rows(lines), null));
        return lines.stream()
                .map(line -> explain(ranking.featureNames(), line, scorer, reader.interest()))
                .toList();
    }

    /**
     * What of the reader's own speaks for an article, the strongest first; empty when nothing else that they liked is known.
     * To have read an article is no evidence for it.
     */
    public Optional<Evidence> evidence(ReaderId reader, Article article) {
        var interest = interest(reader, new ArrayList<>());
        if (interest != null && interest.isLearnedFrom(article.id())) {
            interest = interests.without(reader, Set.of(article.id())).orElse(null);
        }
        var content = contents.of(List.of(article.id())).get(article.id());
        return interest == null || content == null
                ? Optional.empty()
                : Optional.of(new Evidence(
                        interest.near(content, Evidence.LIKED),
                        interest.model().tellingWords(article.text(), Evidence.WORDS),
                        interest.model().likedAuthors(article.authors(), Evidence.AUTHORS)));
    }

    private static Explanation explain(List<String> names, Ranking.Line line, Scorer scorer, Interest interest) {
        var added = scorer.contributions(line.features());
        var parts = IntStream.range(0, added.length)
                .filter(i -> added[i] != 0)
                .mapToObj(i -> new Explanation.Contribution(names.get(i), line.features()[i], added[i]))
                .sorted(Comparator.comparingDouble((Explanation.Contribution one) -> -Math.abs(one.added())))
                .toList();
        var look = line.look();
        return look == null
                ? new Explanation(line.article(), parts, null, 0)
                : new Explanation(line.article(), parts, interest.nearest(look), look.likeness());
    }

    private Interest interest(ReaderId reader, List<String> notes) {
        try {
            return reader == null ? null : interests.of(reader).orElse(null);
        } catch (StoreUnavailable e) {
            notes.add("What the reader did before cannot be read at the moment.");
            return null;
        }
    }
}
