package org.articlerecommender.ranking;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.articlerecommender.embedding.DotProduct;
import org.articlerecommender.embedding.TextVectors;
import org.articlerecommender.platform.Problem;
import org.articlerecommender.platform.Problem.Violation;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The original's call (SEED A1 to A4), kept to the byte. */
@Path("/rerank")
@Tag(name = "The original's calls")
class RerankResource {

    private static final int LONGEST_QUERY = 5_000;
    private static final int LONGEST_TEXT = 5_000;

    private static final String EXAMPLE = """
            {"result_ids": ["2410.16700v2", "2410.18916v1"],
             "titles": ["Retrieval with small models", "Quantum error correction by hand"],
             "query": "quantum computing"}
            """;

    private final TextVectors texts;
    private final RankingConfig config;

    RerankResource(TextVectors texts, RankingConfig config) {
        this.texts = texts;
        this.config = config;
    }

    /** What the call takes; read as a tree, because the original refuses what a lenient reader would convert. */
    @Schema(
            name = "RerankRequest",
            requiredProperties = {"result_ids", "titles", "query"})
    record Body(@Schema(name = "result_ids") List<String> ids, List<String> titles, String query) {}

    private record Line(float similarity, String id) {}

    @POST
    @Operation(summary = "The ids in the order of how well their titles fit the query, best first")
    public List<String> rerank(
            @RequestBody(
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON,
                                            schema = @Schema(implementation = Body.class),
                                            example = EXAMPLE))
                    JsonNode body) {
        var request = read(body);
        if (request.ids.size() != request.titles.size()) {
            var message = "result_ids has %d entries and titles has %d; each id needs its title"
                    .formatted(request.ids.size(), request.titles.size());
            throw Problem.badRequest(List.of(new Violation("result_ids", message), new Violation("titles", message)));
        }
        if (request.ids.isEmpty()) {
            return List.of();
        }
        var query = texts.of(request.query);
        var titles = texts.of(request.titles);
        return IntStream.range(0, titles.size())
                .mapToObj(i -> new Line(DotProduct.of(query, titles.get(i)), request.ids.get(i)))
                .sorted(Comparator.comparing(Line::similarity)
                        .thenComparing(Line::id)
                        .reversed())
                .map(Line::id)
                .toList();
    }

    private Body read(JsonNode body) {
        if (body == null || !body.isObject()) {
            throw Problem.unprocessable("body", "expected an object with result_ids, titles and query");
        }
        var ids = texts(body, "result_ids");
        var titles = texts(body, "titles");
        return new Body(ids, titles, text("query", required(body, "query"), LONGEST_QUERY));
    }

    private List<String> texts(JsonNode body, String field) {
        var list = required(body, field);
        if (!list.isArray()) {
            throw Problem.unprocessable(field, "expected a list of texts");
        }
        if (list.size() > config.mostArticles()) {
            throw Problem.tooLarge(field, "%d entries, at most %d".formatted(list.size(), config.mostArticles()));
        }
        var read = new ArrayList<String>(list.size());
        for (int i = 0; i < list.size(); i++) {
            read.add(text("%s[%d]".formatted(field, i), list.get(i), LONGEST_TEXT));
        }
        return read;
    }

    private static String text(String field, JsonNode node, int longest) {
        if (!node.isTextual()) {
            throw Problem.unprocessable(field, "expected a text");
        }
        var text = node.textValue();
        if (text.length() > longest) {
            throw Problem.tooLarge(field, "%d characters, at most %d".formatted(text.length(), longest));
        }
        if (!Texts.isWellFormed(text)) {
            throw Problem.unprocessable(field, "holds half of a surrogate pair");
        }
        return text;
    }

    private static JsonNode required(JsonNode body, String field) {
        var node = body.get(field);
        if (node == null || node.isNull()) {
            throw Problem.unprocessable(field, "is required");
        }
        return node;
    }
}
