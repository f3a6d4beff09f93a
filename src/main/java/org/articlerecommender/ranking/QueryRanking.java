package org.articlerecommender.ranking;

import jakarta.inject.Singleton;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import org.articlerecommender.embedding.DotProduct;
import org.articlerecommender.embedding.TextVectors;
import org.articlerecommender.events.ReaderId;
import org.articlerecommender.interest.Content;
import org.articlerecommender.interest.Interest;
import org.articlerecommender.interest.InterestModel;
import org.articlerecommender.interest.Interests;
import org.articlerecommender.platform.Problem;
import org.articlerecommender.platform.StoreUnavailable;

/** Ranks documents for a query by meaning, and for a reader who is known also by what interests them. */
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

    private static final String BY_QUERY = "query-similarity";
    private static final String BY_BOTH = "query-similarity-and-interest";

    // the query says what is wanted now; the interest decides between documents that fit it about equally
    private static final double QUERY_PART = 0.75;

    private final Documents documents;
    private final TextVectors texts;
    private final Interests interests;
    private final RankingConfig config;

    QueryRanking(Documents documents, TextVectors texts, Interests interests, RankingConfig config) {
        this.documents = documents;
        this.texts = texts;
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
        var contents = documents.contents(List.copyOf(once.values()));
        if (contents.size() < once.size()) {
            notes.add("%d documents are not in the catalog and came without a text; they stand last."
                    .formatted(once.size() - contents.size()));
        }
        var query = texts.of(request.query());
        var results = new ArrayList<RankAnswer.Result>();
        once.forEach((key, one) -> {
            var content = contents.get(key);
            results.add(
                    new RankAnswer.Result(one.id(), content == null ? 0 : score(query, content, interest), List.of()));
        });
        // a document without a vector stands behind one that fits not at all
        results.sort(Comparator.comparingDouble(RankAnswer.Result::score).reversed());
        return new RankAnswer(interest == null ? BY_QUERY : BY_BOTH, results, notes);
    }

    private static double score(float[] query, Content document, InterestModel interest) {
        double fits = (1 + DotProduct.of(query, document.vector())) / 2;
        return interest == null ? fits : QUERY_PART * fits + (1 - QUERY_PART) * interest.score(document);
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
