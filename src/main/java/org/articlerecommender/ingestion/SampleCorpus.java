package org.articlerecommender.ingestion;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.logging.Log;
import jakarta.inject.Singleton;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.articlerecommender.catalog.Article;
import org.articlerecommender.catalog.ArticleId;

/** The invented articles that ship with the product, dated as if they had just been announced. */
@Singleton
class SampleCorpus {

    static final String RESOURCE = "/sample/articles.ndjson";

    private record Line(
            ArticleId id,
            String title,
            @JsonProperty("abstract") String summary,
            List<String> authors,
            List<String> categories,
            @JsonProperty("primary_category") String primaryCategory,
            @JsonProperty("days_ago") int daysAgo,
            String comment) {

        Article on(LocalDate today) {
            var announced = today.minusDays(daysAgo);
            var submitted = announced.minusDays(1).atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC);
            return new Article(
                    id,
                    1,
                    title,
                    summary,
                    authors,
                    categories,
                    primaryCategory,
                    submitted,
                    submitted,
                    announced,
                    comment,
                    null,
                    null,
                    false,
                    true);
        }
    }

    private final ObjectMapper json;
    private final Clock clock;

    SampleCorpus(ObjectMapper json, Clock clock) {
        this.json = json;
        this.clock = clock;
    }

    /** The articles in the order of the file; none if it was left out of the build. */
    List<Article> articles() {
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        var articles = new ArrayList<Article>();
        try (var resource = SampleCorpus.class.getResourceAsStream(RESOURCE)) {
            if (resource == null) {
                Log.warnf("There is no sample: %s was not built in", RESOURCE);
                return List.of();
            }
            var lines = new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8));
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isBlank()) {
                    articles.add(json.readValue(line, Line.class).on(today));
                }
            }
            return articles;
        } catch (IOException e) {
            throw new IllegalStateException("The sample that ships with the product cannot be read", e);
        }
    }

    /** The newest announcement day among the articles. */
    Optional<LocalDate> newestDay() {
        return articles().stream().map(Article::announced).max(LocalDate::compareTo);
    }
}
