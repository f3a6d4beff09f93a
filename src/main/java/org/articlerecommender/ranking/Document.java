package org.articlerecommender.ranking;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.articlerecommender.catalog.ArticleId;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An article as a program names it: by its id, or by its text, or by both.
 *
 * @param id arXiv's in any form, or the program's own; comes back as given. What a reader liked needs none
 * @param title null when the id is enough
 * @param summary the abstract, or null
 * @param at when a reader liked or disliked it, as a day or a moment; null for some time before
 */
@Schema(description = "An id as a text, or an object with an id and, for what is not in the catalog, its text")
record Document(
        String id, String title, @JsonProperty("abstract") String summary, String at) {

    @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
    Document {}

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static Document of(String id) {
        return new Document(id, null, null, null);
    }

    /** The same for every way of writing the id of one article; the text for what has no id. */
    String key() {
        return hasId() ? ArticleId.parse(id).map(ArticleId::value).orElse(id) : text();
    }

    boolean hasId() {
        return !isBlank(id);
    }

    boolean hasText() {
        return !isBlank(title) || !isBlank(summary);
    }

    /** In the form that articles of the catalog are embedded in. */
    String text() {
        return text(title, summary);
    }

    static String text(String title, String summary) {
        return isBlank(summary) ? title : isBlank(title) ? summary : title + "\n" + summary;
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }
}
