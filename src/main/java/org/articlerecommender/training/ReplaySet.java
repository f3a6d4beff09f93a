package org.articlerecommender.training;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.articlerecommender.catalog.Article;
import org.articlerecommender.catalog.ArticleId;
import org.articlerecommender.catalog.Catalog;
import org.articlerecommender.embedding.ArticleVectors;
import org.articlerecommender.embedding.TextVectors;
import org.articlerecommender.events.ReaderId;
import org.articlerecommender.platform.Progress;
import org.articlerecommender.ranking.ProfileScores;
import org.articlerecommender.ranking.ServedFeatures;

/**
 * Makes rows of a log file, list after list, from what was known before each: the features of the file where it has some,
 * and else the reader's interest and likeness from their earlier answers, the age of the article, and what others
 * answered in the three days before.
 */
@Singleton
class ReplaySet {

    private static final Duration RECENT = Duration.ofDays(3);
    private static final int LIKED = 300;

    private final ProfileScores profiles;
    private final ArticleVectors vectors;
    private final TextVectors texts;
    private final Catalog catalog;

    ReplaySet(ProfileScores profiles, ArticleVectors vectors, TextVectors texts, Catalog catalog) {
        this.profiles = profiles;
        this.vectors = vectors;
        this.texts = texts;
        this.catalog = catalog;
    }

    private record Answer(ArticleId article, Instant at) {}

    TrainingSet of(ReplayLog log, Progress progress) {
        var names = names(log);
        var past = new HashMap<ReaderId, List<ProfileScores.Liked>>();
        log.before().forEach((reader, liked) -> past.put(reader, new ArrayList<>(liked)));
        var answers = new ArrayList<Answer>();
        var rows = new ArrayList<TrainingRow>();
        for (int i = 0; i < log.lists().size(); i++) {
            var list = log.lists().get(i);
            progress.at(
                    i,
                    log.lists().size(),
                    "Replaying " + list.at().atOffset(ZoneOffset.UTC).toLocalDate());
            var liked = past.computeIfAbsent(list.reader(), any -> new ArrayList<>());
            // a file with the reader's history tells what became known when; its days must not tell it earlier
            boolean dated = log.before().containsKey(list.reader());
            rows.addAll(rows(list, i, names, before(liked, list.at()), answers));
            for (var item : list.items()) {
                if (!item.outcomes().isEmpty()) {
                    answers.add(new Answer(item.article(), list.at()));
                    if (!dated) {
                        liked.add(new ProfileScores.Liked(item.article().value(), null, null, list.at()));
                    }
                }
            }
        }
        return new TrainingSet(names, rows);
    }

    private static List<String> names(ReplayLog log) {
        var names = new LinkedHashSet<>(
                List.of(ServedFeatures.INTEREST, Floors.LIKENESS, Floors.AGE, Floors.CLICKS, Floors.EXPANDS));
        log.lists()
                .forEach(list -> list.items()
                        .forEach(item -> names.addAll(item.features().keySet())));
        return List.copyOf(names);
    }

    private static List<ProfileScores.Liked> before(List<ProfileScores.Liked> liked, Instant at) {
        return liked.stream().filter(one -> one.at().isBefore(at)).toList();
    }

    private List<TrainingRow> rows(
            ReplayList list, int number, List<String> names, List<ProfileScores.Liked> liked, List<Answer> answers) {
        var id = UUID.nameUUIDFromBytes((number + " " + list.reader().value()).getBytes(StandardCharsets.UTF_8));
        boolean served = list.items().stream().anyMatch(item -> !item.features().isEmpty());
        var known = served ? Map.<ArticleId, Map<String, Double>>of() : known(list, liked, answers);
        var rows = new ArrayList<TrainingRow>();
        for (var item : list.items()) {
            var features = served ? item.features() : known.get(item.article());
            var values = names.stream()
                    .mapToDouble(name -> features.getOrDefault(name, Double.NaN))
                    .toArray();
            rows.add(new TrainingRow(
                    id, item.article(), list.reader(), list.at(), rows.size() + 1, values, item.outcomes(), 1));
        }
        return rows;
    }

    private Map<ArticleId, Map<String, Double>> known(
            ReplayList list, List<ProfileScores.Liked> liked, List<Answer> answers) {
        var ids = list.items().stream().map(ReplayList.Item::article).toList();
        var articles = catalog.find(ids);
        var near = vectors.of(ids);
        var centroid = centroid(liked);
        var interests = liked.isEmpty()
                ? Map.<String, Double>of()
                : profiles.of(
                        list.at(), liked, ids.stream().map(ArticleId::value).toList());
        var recent = new HashMap<ArticleId, Double>();
        answers.stream()
                .filter(one -> one.at().isBefore(list.at())
                        && one.at().isAfter(list.at().minus(RECENT)))
                .forEach(one -> recent.merge(one.article(), 1.0, Double::sum));
        var known = new HashMap<ArticleId, Map<String, Double>>();
        for (var id : ids) {
            var features = new HashMap<String, Double>();
            features.put(ServedFeatures.INTEREST, interests.getOrDefault(id.value(), 0.0));
            features.put(Floors.CLICKS, recent.getOrDefault(id, 0.0));
            if (near.containsKey(id)) {
                features.put(Floors.LIKENESS, cosine(centroid, near.get(id)));
            }
            if (articles.containsKey(id)) {
                features.put(Floors.AGE, age(articles.get(id), list.at()));
            }
            known.put(id, features);
        }
        return known;
    }

    private static double age(Article article, Instant at) {
        var day = at.atOffset(ZoneOffset.UTC).toLocalDate();
        return Math.max(0, day.toEpochDay() - article.announced().toEpochDay());
    }

    /** The sum of what was liked last; null when nothing was. */
    private float[] centroid(List<ProfileScores.Liked> all) {
        var liked = all.subList(Math.max(0, all.size() - LIKED), all.size());
        var ids = liked.stream()
                .map(ProfileScores.Liked::id)
                .flatMap(id -> ArticleId.parse(id).stream())
                .toList();
        var found = vectors.of(ids);
        var without = liked.stream()
                .filter(one -> one.title() != null)
                .filter(one -> ArticleId.parse(one.id())
                        .map(id -> !found.containsKey(id))
                        .orElse(true))
                .map(one -> one.summary() == null ? one.title() : one.title() + "\n" + one.summary())
                .toList();
        var near = new ArrayList<>(found.values());
        near.addAll(texts.of(without));
        float[] sum = null;
        for (var vector : near) {
            sum = sum == null ? new float[vector.length] : sum;
            for (int i = 0; i < sum.length; i++) {
                sum[i] += vector[i];
            }
        }
        return sum;
    }

    private static double cosine(float[] centroid, float[] vector) {
        if (centroid == null) {
            return 0;
        }
        double dot = 0;
        double length = 0;
        for (int i = 0; i < centroid.length; i++) {
            dot += centroid[i] * vector[i];
            length += centroid[i] * centroid[i];
        }
        return length == 0 ? 0 : dot / Math.sqrt(length);
    }
}
