package org.articlerecommender.features;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/** Reads one file of feature definitions; anything it does not know is an error, never passed over. */
final class DefinitionFile {

    /**
     * What one file declares.
     *
     * @param references features that others are computed from, possibly of other files
     */
    record Content(List<FeatureView> views, List<Listed> services, List<Reference> references) {}

    /**
     * Where a file names a stored feature.
     *
     * @param needed the type that it must have; null for any number
     */
    record Reference(YamlPart part, FeatureName name, Dtype needed) {}

    /** A service with the parts of the file that name its features. */
    record Listed(FeatureService service, List<YamlPart> parts) {}

    private static final Set<String> RESERVED = Set.of("definition", "applied", "parity", "quality", "materialised");
    /** What every table has besides its keys and its features. */
    static final Set<String> COLUMNS = Set.of("event_timestamp", "created_timestamp", "embedding_model");

    private final Entity entity;
    private final List<Reference> references = new ArrayList<>();

    private DefinitionFile(Entity entity) {
        this.entity = entity;
    }

    /** @throws BadDefinition that names file, line, field and fix */
    static Content read(String file, String text) {
        var root = YamlPart.parse(file, text).only("entity", "join_keys", "views", "services");
        var label = root.need("entity")
                .oneOf(Arrays.stream(Entity.values()).map(Entity::label).toArray(String[]::new));
        var entity = Arrays.stream(Entity.values())
                .filter(one -> one.label().equals(label))
                .findFirst()
                .orElseThrow();
        var keys = root.need("join_keys");
        if (!keys.items().stream().map(YamlPart::text).toList().equals(entity.joinKeys())) {
            throw keys.wrong("expected %s for %s".formatted(entity.joinKeys(), label));
        }
        return new DefinitionFile(entity).content(root);
    }

    private Content content(YamlPart root) {
        var names = new HashSet<String>();
        var views = root.need("views").items().stream()
                .map(part -> view(part, names))
                .toList();
        var services = root.find("services").map(YamlPart::items).orElse(List.of()).stream()
                .map(DefinitionFile::service)
                .toList();
        return new Content(views, services, references);
    }

    private FeatureView view(YamlPart part, Set<String> names) {
        part.only("name", "ttl", "online", "source", "features", "description", "owner", "tags");
        var name = unique(part.need("name"), names);
        if (RESERVED.contains(name)) {
            throw part.need("name").wrong("the store keeps its own tables under this name; choose another");
        }
        var source = Source.read(part.need("source"), entity);
        boolean stored = source.kind() != Source.Kind.ON_DEMAND;
        if (!stored && part.find("ttl").isPresent()) {
            throw part.need("ttl").wrong("values on demand do not expire; remove it");
        }
        var ttl = stored ? part.need("ttl").span() : null;
        boolean online = part.find("online").map(YamlPart::flag).orElse(stored);
        var features = new ArrayList<Feature>();
        var featureNames = new HashSet<String>();
        for (var one : part.need("features").items()) {
            features.add(feature(one, name, source, ttl, featureNames, features));
        }
        if (features.isEmpty()) {
            throw part.need("features").wrong("expected at least one feature");
        }
        return FeatureView.of(name, entity, ttl, online, source, About.read(part), features);
    }

    private Feature feature(
            YamlPart part, String view, Source source, Duration ttl, Set<String> names, List<Feature> before) {
        var name = unique(part.need("name"), names);
        if (COLUMNS.contains(name) || entity.joinKeys().contains(name)) {
            throw part.need("name").wrong("every table has a column of its own under this name; choose another");
        }
        var given = part.need("dtype");
        var dtype = Dtype.of(given.text())
                .orElseThrow(() -> given.wrong(
                        "unknown dtype \"%s\"; expected one of %s".formatted(given.text(), Dtype.labels())));
        var definition = FeatureKind.definition(part, new Scope(entity, source.kind(), dtype, before));
        if (definition.dtype() != dtype) {
            throw given.wrong(
                    "a feature of this kind is %s".formatted(definition.dtype().label()));
        }
        if (definition instanceof PairFeature pair) {
            var from = part.find("of").or(() -> part.find("formula")).orElse(part);
            pair.reads().forEach((read, needed) -> references.add(new Reference(from, read, needed)));
        }
        part.need("description");
        var meaning = part.content(Set.of("description", "owner", "tags", "expect", "default", "name"));
        // the same words mean something else of a pair
        var of = entity.pair() && ttl != null ? " of " + entity.label() : "";
        var hash = hash(view + " " + ttl + of + " " + part.content(Set.of("description", "owner", "tags", "expect")));
        var feature = new Feature(
                name,
                dtype,
                byDefault(part, dtype),
                About.read(part),
                source.query() == null ? meaning : meaning + " by " + source.query(),
                hash,
                part.find("expect").map(Expectation::read).orElse(Expectation.NONE),
                definition);
        if (definition instanceof WindowFeature.Expression expression) {
            for (var operand : before) {
                feature = expression.formula().names().contains(operand.name()) ? feature.from(operand) : feature;
            }
        }
        return feature;
    }

    private static Object byDefault(YamlPart part, Dtype dtype) {
        if (dtype.number() && part.find("default").isEmpty()) {
            throw part.need("name").wrong("a number needs a default; add one, like default: 0");
        }
        return part.find("default")
                .map(given -> {
                    try {
                        return dtype.parse(given.text());
                    } catch (IllegalArgumentException e) {
                        throw given.wrong(
                                "\"%s\" cannot be the default of a %s".formatted(given.text(), dtype.label()));
                    }
                })
                .orElse(null);
    }

    private static Listed service(YamlPart part) {
        part.only("name", "features");
        var listed = part.need("features").items();
        var names = listed.stream().map(YamlPart::text).toList();
        return new Listed(new FeatureService(part.need("name").identifier(), names), listed);
    }

    private static String unique(YamlPart part, Set<String> names) {
        var name = part.identifier();
        if (!names.add(name)) {
            throw part.wrong("\"%s\" is there twice".formatted(name));
        }
        return name;
    }

    static String hash(String content) {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            return HexFormat.of()
                    .formatHex(sha.digest(content.getBytes(StandardCharsets.UTF_8)))
                    .substring(0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
