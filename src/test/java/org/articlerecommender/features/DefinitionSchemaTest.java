package org.articlerecommender.features;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.articlerecommender.events.EventType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The schema that editors use says what the parser says. */
class DefinitionSchemaTest {

    private final JsonNode schema = read("feature-definitions.schema.json", new ObjectMapper());

    private static JsonNode read(String file, ObjectMapper mapper) {
        try {
            return mapper.readTree(Path.of("feature-definitions", file).toFile());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private Map<String, JsonNode> kinds() {
        var kinds = new HashMap<String, JsonNode>();
        schema.at("/$defs/feature/oneOf")
                .forEach(kind -> kinds.put(kind.get("title").asText(), kind));
        return kinds;
    }

    private static Set<String> names(JsonNode object) {
        var names = new HashSet<String>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static List<String> texts(JsonNode list) {
        return new ObjectMapper().convertValue(list, new com.fasterxml.jackson.core.type.TypeReference<>() {});
    }

    @Test
    void knowsEveryKindWithTheFieldsItTakes() {
        var kinds = kinds();

        assertThat(kinds.keySet())
                .isEqualTo(new HashSet<>(Arrays.stream(FeatureKind.values())
                        .map(FeatureKind::label)
                        .toList()));
        for (var kind : FeatureKind.values()) {
            assertThat(names(kinds.get(kind.label()).get("properties")))
                    .as(kind.label())
                    .isEqualTo(new HashSet<>(kind.fields()));
        }
    }

    @Test
    void knowsEveryDtypeEventAndEntity() {
        assertThat(texts(kinds().get("value").at("/properties/dtype/enum")))
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Dtype.values()).map(Dtype::label).toList());
        assertThat(texts(schema.at("/$defs/event/enum")))
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(EventType.values()).map(EventType::label).toList());
        assertThat(texts(schema.at("/properties/entity/enum")))
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Entity.values()).map(Entity::label).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"reader.yaml", "article.yaml", "reader_article.yaml", "reader_category.yaml"})
    void whatShipsHasOnlyFieldsThatTheSchemaAllowsAndAllThatItNeeds(String file) {
        var view = schema.at("/$defs/view");
        for (var declared : read(file, new YAMLMapper()).get("views")) {
            assertThat(names(view.get("properties"))).containsAll(names(declared));
            assertThat(names(declared)).containsAll(texts(view.get("required")));
            for (var feature : declared.get("features")) {
                var kind = kinds().get(feature.get("kind").asText());
                assertThat(names(kind.get("properties"))).containsAll(names(feature));
                assertThat(names(feature)).containsAll(texts(kind.get("required")));
                var dtype = kind.at("/properties/dtype");
                assertThat(dtype.has("const") ? List.of(dtype.get("const").asText()) : texts(dtype.get("enum")))
                        .contains(feature.get("dtype").asText());
            }
        }
    }
}
