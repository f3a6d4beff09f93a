package org.articlerecommender.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeatureDefinitionsTest {

    private static final String READER = """
            entity: reader
            join_keys: [user_id]
            views:
              - name: stats
                ttl: 1d
                source: {table: events.event}
                features:
                  - {name: clicks, dtype: int64, kind: count, event: click, window: 7d, default: 0, description: Clicks}
                  - {name: interest, dtype: "float32[]", kind: mean_embedding, of: queries, events: [search], window: 9d, half_life: 2d, description: Interest}
            """;

    private static final String PAIR = """
            entity: reader_article
            join_keys: [user_id, entry_id]
            views:
              - name: pair
                source: on-demand
                features:
                  - {name: likeness, dtype: float64, kind: similarity, of: "stats:interest", default: 0, description: Likeness}
            services:
              - name: model
                features: ["pair:likeness", "stats:clicks"]
            """;

    private static FeatureDefinitions definitions(String reader, String pair) {
        var files = new LinkedHashMap<String, String>();
        files.put("reader.yaml", reader);
        files.put("pair.yaml", pair);
        return FeatureDefinitions.of(files);
    }

    @Test
    void f2_theOriginalsEntitiesKeepTheirJoinKeys() {
        assertThat(Entity.READER.joinKeys()).containsExactly("user_id");
        assertThat(Entity.ARTICLE.joinKeys()).containsExactly("entry_id");
        assertThat(DefinitionSource.shipped().views())
                .extracting(FeatureView::entity)
                .contains(Entity.READER, Entity.ARTICLE, Entity.READER_ARTICLE);
    }

    @Test
    void f3_userDailyStatsHasTheOriginalsFields() {
        var view = DefinitionSource.shipped().view("user_daily_stats").orElseThrow();

        assertThat(view.features().get(view.indexOf("query")).dtype()).isEqualTo(Dtype.STRING);
        assertThat(view.features().get(view.indexOf("query")).description()).startsWith("Searched queries");
        assertThat(view.features().get(view.indexOf("title")).dtype()).isEqualTo(Dtype.STRING);
        assertThat(view.features().get(view.indexOf("title")).description())
                .startsWith("Titles of results with interactions");
        assertThat(view.online()).isTrue();
    }

    @Test
    void f4_documentDailyStatsHasTheOriginalsFieldsAndTtl() {
        var view = DefinitionSource.shipped().view("document_daily_stats").orElseThrow();

        assertThat(view.ttl()).isEqualTo(Duration.ofDays(10));
        assertThat(view.features().get(view.indexOf("click")))
                .returns(Dtype.INT64, Feature::dtype)
                .returns("Total user clickouts", Feature::description);
        assertThat(view.features().get(view.indexOf("expand")))
                .returns(Dtype.INT64, Feature::dtype)
                .returns("Total user detail views", Feature::description);
        assertThat(view.features().get(view.indexOf("title")))
                .returns(Dtype.STRING, Feature::dtype)
                .returns("Article title", Feature::description);
    }

    @Test
    void theFirstModelsServiceListsNumbersOnly() {
        var definitions = DefinitionSource.shipped();

        assertThat(definitions.service("feed_ranker_v1").orElseThrow())
                .contains("reader_article:query_similarity", "reader_article:title_similarity")
                .allMatch(name -> definitions.feature(name).dtype().number());
    }

    @Test
    void readsAFeatureWithEverythingItDeclares() {
        var feature = definitions(READER, PAIR).feature("stats:clicks");

        assertThat(feature.definition())
                .isEqualTo(new StoredFeature.Count(org.articlerecommender.events.EventType.CLICK, Duration.ofDays(7)));
        assertThat(feature.byDefault()).isEqualTo(0L);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "kind: count | kind: cuont | line 8 | views[0].features[0].kind | expected one of count",
                "kind: count | kind: similarity | line 8 | views[0].features[0].kind | expected one of count",
                "event: click | event: clik | line 8 | features[0].event | expected one of recommendations, search",
                "dtype: int64 | dtype: int46 | line 8 | features[0].dtype | expected one of int64, float64",
                "dtype: int64 | dtype: float64 | line 8 | features[0].dtype | is int64",
                "name: interest | name: clicks | line 9 | features[1].name | is there twice",
                "name: clicks | name: Clicks; drop | line 8 | features[0].name | lower-case",
                "window: 7d, | '' | line 8 | features[0].window | is missing",
                "window: 7d | window: 7 days | line 8 | features[0].window | expected one like 7d",
                "window: 7d | windw: 7d | line 8 | features[0].windw | unknown field",
                "default: 0 | default: none | line 8 | features[0].default | cannot be the default",
                "default: 0, | '' | line 8 | features[0].name | needs a default",
                "description: Clicks | descriptoin: Clicks | line 8 | descriptoin | unknown field",
                "entity: reader | entity: raeder | line 1 | entity | expected one of reader",
                "join_keys: [user_id] | join_keys: [id] | line 2 | join_keys | expected [user_id]",
                "ttl: 1d | ttl: 0d | line 5 | views[0].ttl | not a length of time",
                "views: | views: [ | line | file | not YAML",
                "name: stats | name: definition | line 4 | views[0].name | tables under this name",
                "name: clicks | name: event_timestamp | line 8 | features[0].name | a column of its own",
                "{table: events.event} | {sql: delete from x} | line 6 | source.sql | one SELECT",
                "{table: events.event} | push | line 8 | features[0].kind | expected one of value",
                "default: 0, | 'default: 0, expect: {max: x},' | line 8 | features[0].expect.max | not a number",
                "default: 0, | 'default: 0, expect: {nulls: 2},' | line 8 | features[0].expect.nulls | from 0 to 1",
                "default: 0, | 'default: 0, tags: [A B],' | line 8 | features[0].tags[0] | lower-case",
                "half_life: 2d | half_life: [2d] | line 9 | half_life | expected a text"
            })
    void refusesWithFileLineFieldAndFix(String good, String bad, String line, String field, String fix) {
        assertThatThrownBy(() -> definitions(READER.replace(good, bad == null ? "" : bad), PAIR))
                .isInstanceOf(BadDefinition.class)
                .hasMessageStartingWith("feature-definitions/reader.yaml, ")
                .hasMessageContaining(line)
                .hasMessageContaining(field)
                .hasMessageContaining(fix);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "of: \"stats:interest\" | of: \"stats:clicks\" | line 7 | features[0].of | of dtype float32[]",
                "of: \"stats:interest\" | of: \"stats\" | line 7 | features[0].of | expected view:feature",
                "\"stats:clicks\" | \"stats:klicks\" | line 10 | services[0].features[1] | there is no feature",
                "\"stats:clicks\" | \"stats:interest\" | line 10 | services[0].features[1] | needs numbers"
            })
    void refusesReferencesToWhatIsNotThere(String good, String bad, String line, String field, String fix) {
        assertThatThrownBy(() -> definitions(READER, PAIR.replace(good, bad)))
                .isInstanceOf(BadDefinition.class)
                .hasMessageStartingWith("feature-definitions/pair.yaml, " + line)
                .hasMessageContaining(field)
                .hasMessageContaining(fix);
    }

    @Test
    void aHashChangesWithWhatAValueMeansAndNotWithItsDescription() {
        var before = definitions(READER, PAIR);
        var described = definitions(READER.replace("description: Clicks", "description: All clicks"), PAIR);
        var widened = definitions(READER.replace("window: 9d", "window: 8d"), PAIR);

        assertThat(described.feature("stats:clicks").hash())
                .isEqualTo(before.feature("stats:clicks").hash());
        assertThat(widened.feature("stats:clicks").hash())
                .isEqualTo(before.feature("stats:clicks").hash());
        assertThat(widened.feature("stats:interest").hash())
                .isNotEqualTo(before.feature("stats:interest").hash());
        assertThat(widened.feature("pair:likeness").hash())
                .isNotEqualTo(before.feature("pair:likeness").hash());
    }

    private static String with(String formula) {
        return PAIR.replace(
                "services:",
                "      - {name: both, dtype: float64, kind: expression, formula: \"%s\", default: 0, description: Both}\nservices:"
                        .formatted(formula));
    }

    @Test
    void anExpressionOnDemandMeansWhatItIsComputedFrom() {
        var before = definitions(READER, with("likeness * stats:clicks"));

        assertThat(before.view("pair").orElseThrow().readsViews()).containsExactly("stats");
        for (var change : Map.of("default: 0", "default: 1", "window: 9d", "window: 8d", "ttl: 1d", "ttl: 2d")
                .entrySet()) {
            assertThat(definitions(READER.replace(change.getKey(), change.getValue()), with("likeness * stats:clicks"))
                            .feature("pair:both")
                            .hash())
                    .as(change.getKey())
                    .isNotEqualTo(before.feature("pair:both").hash());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "likeness * stats:klicks | there is no stored feature \"stats:klicks\" of dtype int64",
                "likeness * stats:interest | there is no stored feature \"stats:interest\" of dtype int64",
                "likeness * pair:likeness | there is no stored feature \"pair:likeness\" of dtype int64",
                "likeness * stats: | is not a number declared before it",
                "clicks + 1 | is not a number declared before it",
                "likeness * | a number, a name or ( is expected"
            })
    void refusesFormulasOnDemandOverWhatIsNoNumber(String formula, String complaint) {
        assertThatThrownBy(() -> definitions(READER, with(formula)))
                .isInstanceOf(BadDefinition.class)
                .hasMessageStartingWith("feature-definitions/pair.yaml, line 8, views[0].features[1].formula")
                .hasMessageContaining(complaint);
    }

    private static final String OF_A_PAIR = """
            entity: reader_author
            join_keys: [user_id, author]
            views:
              - name: of_author
                ttl: 1d
                source: {table: events.event}
                features:
                  - {name: clicks, dtype: int64, kind: count, event: click, window: 7d, default: 0, description: Clicks}
            """;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "event: click | event: search | line 8 | features[0].event | search is about no article, so that no reader_author has any",
                "[user_id, author] | [user_id] | line 2 | join_keys | expected [user_id, author] for reader_author",
                "{table: events.event} | on-demand | line 6 | views[0].source | expected one of push",
                "kind: count | kind: title | line 8 | features[0].kind | expected one of count",
                "name: clicks | name: author | line 8 | features[0].name | a column of its own",
                "ttl: 1d | online: true | line 4 | views[0].ttl | is missing"
            })
    void refusesViewsOfPairsWithFileLineFieldAndFix(String good, String bad, String line, String field, String fix) {
        assertThatThrownBy(() -> definitions(READER, OF_A_PAIR.replace(good, bad)))
                .isInstanceOf(BadDefinition.class)
                .hasMessageStartingWith("feature-definitions/pair.yaml, " + line)
                .hasMessageContaining(field)
                .hasMessageContaining(fix);
    }

    @Test
    void aModelCannotReadWhatAnArticleHasManyOf() {
        var listed = OF_A_PAIR + "services:\n  - name: model\n    features: [\"of_author:clicks\"]\n";

        assertThatThrownBy(() -> definitions(READER, listed))
                .hasMessageStartingWith("feature-definitions/pair.yaml, line 11, services[0].features[0]")
                .hasMessageContaining("an article has many authors");
    }

    @Test
    void aModelCanReadWhatAReaderAndAnArticleDecide() {
        var ofCategory = OF_A_PAIR.replace("reader_author", "reader_category").replace(", author]", ", category]");
        var listed = ofCategory + "services:\n  - name: model\n    features: [\"of_author:clicks\"]\n";

        assertThat(definitions(READER, listed).service("model")).contains(java.util.List.of("of_author:clicks"));
        assertThat(definitions(READER, listed).feature("of_author:clicks").hash())
                .as("the same words mean something else of another entity")
                .isNotEqualTo(definitions(READER, OF_A_PAIR)
                        .feature("of_author:clicks")
                        .hash());
    }

    @Test
    void refusesTheSameViewInTwoFiles() {
        assertThatThrownBy(() -> FeatureDefinitions.of(Map.of("a.yaml", READER, "b.yaml", READER)))
                .hasMessageContaining("is there twice");
    }
}
