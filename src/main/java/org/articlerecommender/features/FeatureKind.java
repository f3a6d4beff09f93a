package org.articlerecommender.features;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.articlerecommender.events.EventType;

/** The kinds of features that a file can name, for which entities, and the fields each takes. */
enum FeatureKind {
    COUNT(EnumSet.allOf(Entity.class), "event", "window") {
        @Override
        FeatureDefinition read(YamlPart part, Scope scope) {
            return new StoredFeature.Count(
                    part.need("event").event(), part.need("window").span());
        }
    },
    RATE(EnumSet.allOf(Entity.class), "events", "per", "window", "prior", "strength") {
        @Override
        FeatureDefinition read(YamlPart part, Scope scope) {
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
    DISTINCT(Set.of(Entity.READER, Entity.READER_CATEGORY, Entity.READER_AUTHOR), "events", "window") {
        @Override
        FeatureDefinition read(YamlPart part, Scope scope) {
            return new StoredFeature.Distinct(
                    part.need("events").events(), part.need("window").span());
        }
    },
    QUERIES(Set.of(Entity.READER), "window") {
        @Override
        FeatureDefinition read(YamlPart part, Scope scope) {
            return new StoredFeature.Queries(part.need("window").span());
        }
    },
    TITLES(Set.of(Entity.READER, Entity.READER_CATEGORY, Entity.READER_AUTHOR), "events", "window") {
        @Override
        FeatureDefinition read(YamlPart part, Scope scope) {
            return new StoredFeature.Titles(
                    part.need("events").events(), part.need("window").span());
        }
    },
    MEAN_EMBEDDING(
            Set.of(Entity.READER, Entity.READER_CATEGORY, Entity.READER_AUTHOR),
            "of",
            "events",
            "window",
            "half_life") {
        @Override
        FeatureDefinition read(YamlPart part, Scope scope) {
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
    SHARES(Set.of(Entity.READER, Entity.READER_CATEGORY, Entity.READER_AUTHOR), "of", "events", "window", "half_life") {
        @Override
        FeatureDefinition read(YamlPart part, Scope scope) {
            return new StoredFeature.Shares(
                    part.need("of").oneOf("categories", "authors").equals("authors"),
                    part.need("events").events(),
                    part.need("window").span(),
                    part.need("half_life").span());
        }
    },
    TITLE(Set.of(Entity.ARTICLE)) {
        @Override
        FeatureDefinition read(YamlPart part, Scope scope) {
            return new StoredFeature.Title();
        }
    },
    SIMILARITY(Set.of(Entity.READER_ARTICLE), "of") {
        @Override
        FeatureDefinition read(YamlPart part, Scope scope) {
            return new PairFeature.Similarity(reference(part.need("of")));
        }

        @Override
        boolean fits(Scope scope) {
            return scope.onDemand();
        }
    },
    OVERLAP(Set.of(Entity.READER_ARTICLE), "of", "with") {
        @Override
        FeatureDefinition read(YamlPart part, Scope scope) {
            boolean authors = part.need("with").oneOf("categories", "authors").equals("authors");
            return new PairFeature.Overlap(reference(part.need("of")), authors);
        }

        @Override
        boolean fits(Scope scope) {
            return scope.onDemand();
        }
    },
    RATIO(EnumSet.allOf(Entity.class), "events", "per", "window") {
        @Override
        FeatureDefinition read(YamlPart part, Scope scope) {
            return new WindowFeature.Ratio(
                    part.need("events").events(),
                    part.need("per").events(),
                    part.need("window").span());
        }
    },
    UNIQUE(EnumSet.allOf(Entity.class), "event", "window") {
        @Override
        FeatureDefinition read(YamlPart part, Scope scope) {
            return new WindowFeature.Unique(
                    part.need("event").event(), part.need("window").span());
        }
    },
    ANY(EnumSet.allOf(Entity.class), "events", "window") {
        @Override
        FeatureDefinition read(YamlPart part, Scope scope) {
            return new WindowFeature.Any(
                    part.need("events").events(), part.need("window").span());
        }
    },
    RECENCY(EnumSet.allOf(Entity.class), "events", "window") {
        @Override
        FeatureDefinition read(YamlPart part, Scope scope) {
            return new WindowFeature.Recency(
                    part.need("events").events(), part.need("window").span());
        }
    },
    LAST_VALUE(Set.of(Entity.READER, Entity.READER_CATEGORY, Entity.READER_AUTHOR), "of", "events", "window") {
        @Override
        FeatureDefinition read(YamlPart part, Scope scope) {
            return new WindowFeature.LastValue(
                    part.need("of").oneOf("queries", "articles").equals("queries"),
                    part.need("events").events(),
                    part.need("window").span());
        }
    },
    LAST_VALUES(Set.of(Entity.READER, Entity.READER_CATEGORY, Entity.READER_AUTHOR), "events", "window", "most") {
        @Override
        FeatureDefinition read(YamlPart part, Scope scope) {
            double most = part.need("most").number();
            if (most != Math.rint(most) || most < 1 || most > MOST_LISTED) {
                throw part.need("most").wrong("expected a whole number from 1 to " + MOST_LISTED);
            }
            return new WindowFeature.LastValues(
                    part.need("events").events(), part.need("window").span(), (int) most);
        }
    },
    EXPRESSION(EnumSet.allOf(Entity.class), "formula") {
        @Override
        FeatureDefinition read(YamlPart part, Scope scope) {
            var given = part.need("formula");
            try {
                return scope.expression(Formula.parse(given.text()));
            } catch (IllegalArgumentException e) {
                throw given.wrong(e.getMessage());
            }
        }

        @Override
        boolean fits(Scope scope) {
            return scope.onDemand() || super.fits(scope);
        }
    },
    VALUE(EnumSet.allOf(Entity.class)) {
        @Override
        FeatureDefinition read(YamlPart part, Scope scope) {
            return new GivenFeature(scope.dtype());
        }

        @Override
        boolean fits(Scope scope) {
            return scope.source() == Source.Kind.PUSH || scope.source() == Source.Kind.SQL;
        }
    },
    AGE(Set.of(Entity.READER_ARTICLE)) {
        @Override
        FeatureDefinition read(YamlPart part, Scope scope) {
            return new PairFeature.Age();
        }

        @Override
        boolean fits(Scope scope) {
            return scope.onDemand();
        }
    };

    private static final int MOST_LISTED = 100;
    private static final List<String> EVERY =
            List.of("name", "dtype", "kind", "default", "description", "owner", "tags", "expect");

    private final Set<Entity> entities;
    private final List<String> fields;

    FeatureKind(Set<Entity> entities, String... fields) {
        this.entities = entities;
        this.fields = List.of(fields);
    }

    /** Reads what the kind of the part needs; fields of other kinds are refused. */
    abstract FeatureDefinition read(YamlPart part, Scope scope);

    /** Whether a view of this entity and source can have features of the kind. */
    boolean fits(Scope scope) {
        return entities.contains(scope.entity()) && scope.source() == Source.Kind.EVENTS;
    }

    static FeatureDefinition definition(YamlPart part, Scope scope) {
        var fit = Arrays.stream(values()).filter(kind -> kind.fits(scope)).toList();
        var label = part.need("kind").oneOf(fit.stream().map(FeatureKind::label).toArray(String[]::new));
        var kind = valueOf(label.toUpperCase(Locale.ROOT));
        part.only(kind.fields().toArray(String[]::new));
        var definition = kind.read(part, scope);
        scope.check(part, definition);
        return definition;
    }

    /** Every field that a feature of the kind may have. */
    List<String> fields() {
        return Stream.concat(EVERY.stream(), fields.stream()).toList();
    }

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static FeatureName reference(YamlPart part) {
        return FeatureName.parse(part.text())
                .orElseThrow(() -> part.wrong("expected view:feature, like user_daily_stats:query_embedding"));
    }
}
