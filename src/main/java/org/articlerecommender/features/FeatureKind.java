package org.articlerecommender.features;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.articlerecommender.events.EventType;

/** The kinds of features that a file can name, for which entities, and the fields each takes. */
enum FeatureKind {
    COUNT(Set.of(Entity.READER, Entity.ARTICLE), "event", "window") {
        @Override
        FeatureDefinition read(YamlPart part) {
            return new StoredFeature.Count(
                    part.need("event").event(), part.need("window").span());
        }
    },
    RATE(Set.of(Entity.READER, Entity.ARTICLE), "events", "per", "window", "prior", "strength") {
        @Override
        FeatureDefinition read(YamlPart part) {
            double prior = part.need("prior").number();
            double strength = part.need("strength").number();
            if (!(prior >= 0 && prior <= 1)) {
                throw part.need("prior").wrong("expected a rate from 0 to 1");
            }
            if (!(strength > 0) || Double.isInfinite(strength)) {
                throw part.need("strength").wrong("expected a number above 0");
            }
            return new StoredFeature.Rate(
                    part.need("events").events(),
                    part.need("per").event(),
                    part.need("window").span(),
                    prior,
                    strength);
        }
    },
    DISTINCT(Set.of(Entity.READER), "events", "window") {
        @Override
        FeatureDefinition read(YamlPart part) {
            return new StoredFeature.Distinct(
                    part.need("events").events(), part.need("window").span());
        }
    },
    QUERIES(Set.of(Entity.READER), "window") {
        @Override
        FeatureDefinition read(YamlPart part) {
            return new StoredFeature.Queries(part.need("window").span());
        }
    },
    TITLES(Set.of(Entity.READER), "events", "window") {
        @Override
        FeatureDefinition read(YamlPart part) {
            return new StoredFeature.Titles(
                    part.need("events").events(), part.need("window").span());
        }
    },
    MEAN_EMBEDDING(Set.of(Entity.READER), "of", "events", "window", "half_life") {
        @Override
        FeatureDefinition read(YamlPart part) {
            boolean queries = part.need("of").oneOf("queries", "articles").equals("queries");
            var events = part.need("events").events();
            if (queries && !events.equals(Set.of(EventType.SEARCH))) {
                throw part.need("events").wrong("the vectors of queries are those of [search]");
            }
            return new StoredFeature.MeanEmbedding(
                    queries,
                    events,
                    part.need("window").span(),
                    part.need("half_life").span());
        }
    },
    SHARES(Set.of(Entity.READER), "of", "events", "window", "half_life") {
        @Override
        FeatureDefinition read(YamlPart part) {
            return new StoredFeature.Shares(
                    part.need("of").oneOf("categories", "authors").equals("authors"),
                    part.need("events").events(),
                    part.need("window").span(),
                    part.need("half_life").span());
        }
    },
    TITLE(Set.of(Entity.ARTICLE)) {
        @Override
        FeatureDefinition read(YamlPart part) {
            return new StoredFeature.Title();
        }
    },
    SIMILARITY(Set.of(Entity.READER_ARTICLE), "of") {
        @Override
        FeatureDefinition read(YamlPart part) {
            return new PairFeature.Similarity(reference(part.need("of")));
        }
    },
    OVERLAP(Set.of(Entity.READER_ARTICLE), "of", "with") {
        @Override
        FeatureDefinition read(YamlPart part) {
            boolean authors = part.need("with").oneOf("categories", "authors").equals("authors");
            return new PairFeature.Overlap(reference(part.need("of")), authors);
        }
    },
    AGE(Set.of(Entity.READER_ARTICLE)) {
        @Override
        FeatureDefinition read(YamlPart part) {
            return new PairFeature.Age();
        }
    };

    private static final List<String> EVERY = List.of("name", "dtype", "kind", "default", "description");

    private final Set<Entity> entities;
    private final List<String> fields;

    FeatureKind(Set<Entity> entities, String... fields) {
        this.entities = entities;
        this.fields = List.of(fields);
    }

    /** Reads what the kind of the part needs; fields of other kinds are refused. */
    abstract FeatureDefinition read(YamlPart part);

    static FeatureDefinition definition(YamlPart part, Entity entity) {
        var fit = Arrays.stream(values())
                .filter(kind -> kind.entities.contains(entity))
                .toList();
        var label = part.need("kind").oneOf(fit.stream().map(FeatureKind::label).toArray(String[]::new));
        var kind = valueOf(label.toUpperCase(Locale.ROOT));
        part.only(Stream.concat(EVERY.stream(), kind.fields.stream()).toArray(String[]::new));
        return kind.read(part);
    }

    private String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static FeatureName reference(YamlPart part) {
        return FeatureName.parse(part.text())
                .orElseThrow(() -> part.wrong("expected view:feature, like user_daily_stats:query_embedding"));
    }
}
