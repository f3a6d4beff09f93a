package org.articlerecommender.ranking;

import jakarta.inject.Singleton;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import org.articlerecommender.events.ReaderId;
import org.articlerecommender.interest.Interest;
import org.articlerecommender.interest.InterestModel;
import org.articlerecommender.interest.Interests;
import org.articlerecommender.platform.Problem;
import org.articlerecommender.platform.StoreUnavailable;

/** Ranks documents for a query by words and meaning, and for a reader who is known also by what interests them. */
@Singleton
class QueryRanking {

    /**
     * What a program asks to be ranked.
     *
     * @param user null for nobody in particular
     */
    record Request(
            @NotBlank @Size(max = 5_000) String query,
            @NotNull List<Document> documents,
            ReaderId user) {}

    private static final String BY_QUERY = "words-and-meaning";
    private static final String BY_BOTH = "words-and-meaning-and-interest";

    // the query says what is wanted now; the interest decides between documents that fit it about equally
    private static final double QUERY_PART = 0.75;

    // a document without a text stands behind one that fits not at all
    private static final double UNKNOWN = -1;

    private final QueryFit fit;
    private final Interests interests;
    private final RankingConfig config;

    QueryRanking(QueryFit fit, Interests interests, RankingConfig config) {
        this.fit = fit;
        this.interests = interests;
        this.config = config;
    }

    RankAnswer rank(Request request) {
        RankRequest.check("documents", request.documents(), config.mostArticles());
        if (!Texts.isWellFormed(request.query())) {
            throw Problem.badRequest("query", "holds half of a surrogate pair");
        }
        var notes = new ArrayList<String>();
        var interest = interest(request.user(), notes);
        var once = new LinkedHashMap<String, Document>();
        request.documents().forEach(one -> once.putIfAbsent(one.key(), one));
        if (once.size() < request.documents().size()) {
            notes.add("%d documents name an article that another one names too; each is ranked once."
                    .formatted(request.documents().size() - once.size()));
        }
        var fits = fit.of(request.query(), List.copyOf(once.values()));
        if (fits.size() < once.size()) {
            notes.add("%d documents are not in the catalog and came without a text; they stand last."
                    .formatted(once.size() - fits.size()));
        }
        var results = new ArrayList<RankAnswer.Result>();
        once.forEach((key, one) -> {
            var found = fits.get(key);
            results.add(new RankAnswer.Result(one.id(), found == null ? UNKNOWN : score(found, interest), List.of()));
        });
        results.sort(Comparator.comparingDouble(RankAnswer.Result::score).reversed());
        return new RankAnswer(interest == null ? BY_QUERY : BY_BOTH, results, notes);
    }

    private static double score(QueryFit.Fit found, InterestModel interest) {
        return interest == null
                ? found.fit()
                : QUERY_PART * found.fit() + (1 - QUERY_PART) * interest.score(found.content());
    }

    private InterestModel interest(ReaderId reader, List<String> notes) {
        if (reader == null) {
            return null;
        }
        try {
            var known = interests.of(reader);
            if (known.isEmpty()) {
                notes.add("Nothing that %s liked is known, so the query alone decides.".formatted(reader));
            }
            return known.map(Interest::model).orElse(null);
        } catch (StoreUnavailable e) {
            notes.add("What %s liked cannot be read at the moment, so the query alone decides.".formatted(reader));
            return null;
        }
    }
}
