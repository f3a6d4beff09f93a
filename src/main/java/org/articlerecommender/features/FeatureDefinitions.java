package org.articlerecommender.features;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All features, as the files under {@code feature-definitions/} declare them and as they are applied: when others are
 * applied, here or on another replica, the same object answers with those. The application does not start with a file that
 * has an error in it.
 */
public final class FeatureDefinitions {

    private record Declared(
            Map<String, String> files,
            Map<String, FeatureView> views,
            Map<String, FeatureService> services,
            String revision) {}

    private volatile Declared declared;

    private FeatureDefinitions(Declared declared) {
        this.declared = declared;
    }

    /**
     * Puts together what the files declare.
     *
     * @param files the text of each file by its name
     * @throws BadDefinition that names file, line, field and fix
     */
    static FeatureDefinitions of(Map<String, String> files) {
        var all = new FeatureDefinitions(
                new Declared(new LinkedHashMap<>(files), new LinkedHashMap<>(), new LinkedHashMap<>(), null));
        var contents = new ArrayList<DefinitionFile.Content>();
        files.forEach((file, text) -> {
            var content = DefinitionFile.read(file, text);
            contents.add(content);
            for (var view : content.views()) {
                if (all.declared.views.putIfAbsent(view.name(), view) != null) {
                    throw new BadDefinition(file, 1, "views", "\"%s\" is there twice".formatted(view.name()));
                }
            }
        });
        contents.forEach(content -> content.references().forEach(all::check));
        all.declared.views.replaceAll((name, view) -> all.resolve(view));
        contents.forEach(content -> content.services().forEach(all::add));
        var found = all.declared;
        all.declared = new Declared(found.files, found.views, found.services, Registered.revision(all));
        return all;
    }

    /** Answers with these from now on. */
    void adopt(FeatureDefinitions others) {
        declared = others.declared;
    }

    /** These as they are now, whatever is applied later. */
    FeatureDefinitions snapshot() {
        return new FeatureDefinitions(declared);
    }

    /** Stands for all definitions together. */
    public String revision() {
        return declared.revision;
    }

    /** The text of each file by its name. */
    Map<String, String> files() {
        return declared.files;
    }

    /** Every view, in the order of the files. */
    public List<FeatureView> views() {
        return List.copyOf(declared.views.values());
    }

    /** Every list of features that a model reads. */
    public List<FeatureService> services() {
        return List.copyOf(declared.services.values());
    }

    /** The features of a service, empty when there is none of that name. */
    public Optional<List<String>> service(String name) {
        return Optional.ofNullable(declared.services.get(name)).map(FeatureService::features);
    }

    /** A view by its name. */
    public Optional<FeatureView> view(String name) {
        return Optional.ofNullable(declared.views.get(name));
    }

    /**
     * The feature of a name like {@code reader_article:title_similarity}.
     *
     * @throws IllegalArgumentException if there is none
     */
    public Feature feature(String name) {
        return find(name).orElseThrow(() -> new IllegalArgumentException("there is no feature " + name));
    }

    /** The feature of a full name, empty when there is none. */
    public Optional<Feature> find(String name) {
        return FeatureName.parse(name).flatMap(this::find);
    }

    private Optional<Feature> find(FeatureName name) {
        return view(name.view())
                .flatMap(view -> view.features().stream()
                        .filter(feature -> feature.name().equals(name.feature()))
                        .findFirst());
    }

    private void check(DefinitionFile.Reference reference) {
        var part = reference.part();
        boolean stored =
                view(reference.name().view()).filter(FeatureView::stored).isPresent();
        if (!stored
                || find(reference.name())
                        .filter(found -> fits(found.dtype(), reference.needed()))
                        .isEmpty()) {
            throw part.wrong("there is no stored feature \"%s\" of dtype %s"
                    .formatted(
                            reference.name(),
                            reference.needed() == null
                                    ? "int64, float32 or float64"
                                    : reference.needed().label()));
        }
        refuseUnknown(part, reference.name());
    }

    private void refuseUnknown(YamlPart part, FeatureName name) {
        var entity = view(name.view()).orElseThrow().entity();
        if (!entity.known()) {
            throw part.wrong(
                    "%s is of %s, and an article has many authors; name features that a reader and an article decide"
                            .formatted(name, entity.label()));
        }
    }

    private FeatureView resolve(FeatureView view) {
        var features = view.features().stream().map(this::resolve).toList();
        return FeatureView.of(
                view.name(), view.entity(), view.ttl(), view.online(), view.source(), view.about(), features);
    }

    private static boolean fits(Dtype dtype, Dtype needed) {
        return needed == null ? dtype.number() : dtype == needed;
    }

    // what a feature is computed from is part of what it means
    private Feature resolve(Feature feature) {
        if (!(feature.definition() instanceof PairFeature pair)) {
            return feature;
        }
        var resolved = pair instanceof PairFeature.Expression expression
                ? feature.computedBy(
                        expression.withDefaults(name -> feature(name.toString()).defaultNumber()))
                : feature;
        for (var name : pair.reads().keySet()) {
            resolved = resolved.from(feature(name.toString()));
        }
        return resolved;
    }

    private void add(DefinitionFile.Listed listed) {
        var seen = new HashSet<String>();
        for (var part : listed.parts()) {
            var feature = find(part.text())
                    .orElseThrow(() -> part.wrong("there is no feature \"%s\"".formatted(part.text())));
            if (!feature.dtype().number()) {
                throw part.wrong("a model needs numbers and this is %s"
                        .formatted(feature.dtype().label()));
            }
            refuseUnknown(part, FeatureName.parse(part.text()).orElseThrow());
            if (!seen.add(part.text())) {
                throw part.wrong("is there twice");
            }
        }
        declared.services.put(listed.service().name(), listed.service());
    }
}
