package org.articlerecommender.web;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.articlerecommender.catalog.ArticleId;
import org.articlerecommender.events.ReaderId;
import org.articlerecommender.features.Entity;
import org.articlerecommender.features.EntityKeys;

/**
 * The keys of an entity as a form asks for them.
 *
 * @param keys what was given; null while it is not all there or not right
 * @param complaint what is not right, null while nothing was given
 */
public record KeysForm(List<Field> fields, EntityKeys keys, String complaint) {

    /** One key, with what was typed so far. */
    public record Field(String name, String label, String value) {}

    /** An entity of one key takes it as {@code key}, others each by its name. */
    static KeysForm of(Entity entity, MultivaluedMap<String, String> given) {
        var fields = new ArrayList<Field>();
        for (var key : entity.joinKeys()) {
            var name = entity.joinKeys().size() == 1 ? "key" : key;
            var value = given.getFirst(name);
            fields.add(new Field(name, label(key), value == null ? "" : value.strip()));
        }
        long blank = fields.stream().filter(field -> field.value().isEmpty()).count();
        if (blank == fields.size()) {
            return new KeysForm(fields, null, null);
        }
        if (blank > 0) {
            return new KeysForm(fields, null, "Each of the keys is needed");
        }
        try {
            return new KeysForm(fields, keys(entity, fields), null);
        } catch (IllegalArgumentException e) {
            return new KeysForm(fields, null, e.getMessage());
        }
    }

    private static EntityKeys keys(Entity entity, List<Field> fields) {
        ReaderId reader = null;
        ArticleId article = null;
        String category = null;
        String author = null;
        for (int i = 0; i < fields.size(); i++) {
            var value = fields.get(i).value();
            switch (entity.joinKeys().get(i)) {
                case "user_id" -> reader = new ReaderId(value);
                case "entry_id" -> article = ArticleId.of(value);
                case "category" -> category = value;
                default -> author = value;
            }
        }
        return new EntityKeys(reader, article, category, author);
    }

    private static String label(String key) {
        return switch (key) {
            case "user_id" -> "A reader's user id";
            case "entry_id" -> "An article's id";
            case "category" -> "A primary category";
            default -> "An author's name";
        };
    }

    /** What was given, for people. */
    public String shown() {
        return fields.stream().map(Field::value).collect(Collectors.joining(", "));
    }

    /** What was given, as a link carries it. */
    public String query() {
        return fields.stream()
                .map(field -> field.name() + "=" + Show.urlEncoded(field.value()))
                .collect(Collectors.joining("&"));
    }
}
