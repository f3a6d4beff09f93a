package org.articlerecommender.bench;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;

/** An article in the form the import takes. */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record InventedArticle(
        String id,
        String title,
        @JsonProperty("abstract") String summary,
        List<String> authors,
        List<String> categories,
        String primaryCategory,
        String published,
        String updated,
        String announced) {}
