package org.articlerecommender.ranking;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Scores candidates for a reader of whom only their likes are known, exactly as {@code POST /api/v1/rank} does. */
@Singleton
public class ProfileScores {

    /**
     * @param id arXiv's, or null for what is known by its text alone
     * @param title null when the id is enough, like {@code summary}
     * @param at when it was liked; one liked at the ranked moment or later is not used
     */
    public record Liked(String id, String title, String summary, Instant at) {}

    private final ProfileRanking ranking;
    private final RankingConfig config;

    ProfileScores(ProfileRanking ranking, RankingConfig config) {
        this.ranking = ranking;
        this.config = config;
    }

    /**
     * A score for each candidate by its id.
     *
     * @param liked oldest first; of more than one request may carry, the newest count
     */
    public Map<String, Double> of(Instant asOf, List<Liked> liked, List<String> candidates) {
        int from = Math.max(0, liked.size() - config.mostArticles());
        var request = new RankRequest(
                asOf.toString(),
                liked.subList(from, liked.size()).stream()
                        .map(one -> new Document(
                                one.id(), one.title(), one.summary(), one.at().toString()))
                        .toList(),
                List.of(),
                candidates.stream().map(Document::of).toList());
        var scores = new HashMap<String, Double>();
        ranking.rank(request).results().forEach(one -> scores.put(one.id(), one.score()));
        return scores;
    }
}
