package org.articlerecommender.search;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.articlerecommender.bench.Paired;
import org.articlerecommender.catalog.ArticleId;
import org.articlerecommender.embedding.OpenedModel;

/** nDCG@10 of search by words, by meaning and by both, over a collection with judgements; what was tried and what holds. */
final class SearchFigures {

    private static final PrintStream OUT = System.out;
    private static final int DEPTH = Search.CANDIDATES;

    private final Judged judged;

    private SearchFigures(Judged judged) {
        this.judged = judged;
    }

    public static void main(String[] arguments) throws IOException {
        var figures = new SearchFigures(Judged.in(Path.of(arguments[0])));
        var models = new ArrayList<Optional<Path>>();
        models.add(Optional.empty());
        Arrays.stream(arguments).skip(1).forEach(directory -> models.add(Optional.of(Path.of(directory))));
        figures.report(models);
    }

    private void report(List<Optional<Path>> models) throws IOException {
        OUT.printf(
                "%d documents, %d queries; nDCG@10 [95 %% over queries]%n%n",
                judged.articles().size(), judged.queries().size());
        var words = tuneWords();
        for (var directory : models) {
            tuneFusion(words, new DenseOrder(judged, OpenedModel.in(directory, 256)));
        }
    }

    private Map<String, List<WordSearch.Hit>> tuneWords() throws IOException {
        var variants = new ArrayList<Paired>();
        for (float k1 : new float[] {0.9f, 1.2f, 1.6f, 2.0f}) {
            for (float b : new float[] {0.4f, 0.6f, 0.75f, 0.9f}) {
                for (float title : new float[] {0, 0.2f, 0.5f, 1}) {
                    var ranking = new WordRanking(k1, b, title, WordRanking.CHOSEN.author());
                    variants.add(measure(ranking.toString(), judged.byWords(ranking, DEPTH)));
                }
            }
        }
        var plain = measure("BM25, k1 1.2, b 0.75", judged.byWords(new WordRanking(1.2f, 0.75f, 0, 0), DEPTH));
        var shipped = judged.byWords(WordRanking.CHOSEN, DEPTH);
        OUT.println("Words (Lucene BM25)");
        line(plain, plain);
        line(measure("as shipped: " + WordRanking.CHOSEN, shipped), plain);
        line(Paired.chosenOnTheOtherHalf("best of %d, held out".formatted(variants.size()), variants), plain);
        best(variants, plain);
        return shipped;
    }

    private void tuneFusion(Map<String, List<WordSearch.Hit>> words, DenseOrder dense) {
        var byWords = measure("words", words);
        var meaning = judged.measure("meaning", dense::best);
        OUT.printf("%nMeaning and both, %s%n", dense.model());
        line(byWords, byWords);
        line(meaning, byWords);
        line(
                judged.measure(
                        "both, by places",
                        query -> keys(Fusion.ofPlaces(List.of(
                                words.get(query).stream()
                                        .map(WordSearch.Hit::article)
                                        .toList(),
                                dense.best(query))))),
                byWords);
        var variants = new ArrayList<Paired>();
        for (int share = 1; share < 20; share++) {
            variants.add(fused(words, dense, share / 20.0));
        }
        line(fused(words, dense, Search.WORDS_SHARE), byWords);
        line(Paired.chosenOnTheOtherHalf("both, by scores, share held out", variants), byWords);
        best(variants, byWords);
    }

    private Paired fused(Map<String, List<WordSearch.Hit>> words, DenseOrder dense, double share) {
        return judged.measure("both, by scores, words' share %.2f".formatted(share), query -> {
            var fits = new LinkedHashMap<ArticleId, Double>();
            words.get(query).forEach(hit -> fits.put(hit.article(), hit.score()));
            var near = dense.scores(
                    query,
                    dense.best(query)
                            .subList(0, Math.min(DEPTH, dense.best(query).size())));
            near.putAll(dense.scores(query, fits.keySet()));
            return keys(Fusion.ofScores(fits, near, share));
        });
    }

    private Paired measure(String name, Map<String, List<WordSearch.Hit>> found) {
        return judged.measure(
                name,
                query -> found.get(query).stream().map(WordSearch.Hit::article).toList());
    }

    private static List<ArticleId> keys(Map<ArticleId, Double> scores) {
        return List.copyOf(scores.keySet());
    }

    private static void line(Paired figure, Paired baseline) {
        OUT.printf(
                "  %-62s %s   %s%n",
                figure.name(), figure.interval(), figure == baseline ? "" : figure.against(baseline));
    }

    private static void best(List<Paired> variants, Paired baseline) {
        variants.stream()
                .sorted(Comparator.comparingDouble(Paired::mean).reversed())
                .limit(3)
                .forEach(figure -> line(new Paired("  best of all: " + figure.name(), figure.values()), baseline));
    }
}
