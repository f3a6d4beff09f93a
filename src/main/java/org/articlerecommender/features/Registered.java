package org.articlerecommender.features;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * One definition as the registry keeps it.
 *
 * @param object {@code view}, {@code feature} or {@code service}
 * @param name of a feature its full name
 * @param hash changes when what is served changes
 * @param meaning changes when what is stored changes
 * @param detail for people
 */
record Registered(String object, String name, String hash, String meaning, String detail) {

    static final String VIEW = "view";
    static final String FEATURE = "feature";
    static final String SERVICE = "service";

    String key() {
        return object + " " + name;
    }

    /** Every definition, views first. */
    static List<Registered> all(FeatureDefinitions definitions) {
        var all = new ArrayList<Registered>();
        definitions.views().forEach(view -> all.add(of(view)));
        for (var view : definitions.views()) {
            view.features().forEach(feature -> all.add(of(view, feature)));
        }
        for (var service : definitions.services()) {
            var list = String.join(", ", service.features());
            all.add(new Registered(SERVICE, service.name(), DefinitionFile.hash(list), "", list));
        }
        return all;
    }

    static String revision(FeatureDefinitions definitions) {
        return DefinitionFile.hash(all(definitions).toString());
    }

    private static Registered of(FeatureView view) {
        var detail = "%s, %s, %s%s"
                .formatted(
                        view.entity().label(),
                        view.source(),
                        view.ttl() == null
                                ? "not stored"
                                : "ttl " + view.ttl().toString().substring(2).toLowerCase(),
                        view.online() ? ", online" : "");
        return new Registered(
                VIEW,
                view.name(),
                DefinitionFile.hash(detail + Objects.toString(view.source().query(), "")),
                view.meaning(),
                detail + said(view.about()));
    }

    private static Registered of(FeatureView view, Feature feature) {
        return new Registered(
                FEATURE,
                view.name() + ":" + feature.name(),
                feature.hash(),
                DefinitionFile.hash(feature.meaning()),
                "%s, default %s%s".formatted(feature.meaning(), feature.byDefault(), said(feature.about())));
    }

    private static String said(About about) {
        return (about.owner() == null ? "" : ", owner " + about.owner())
                + (about.tags().isEmpty() ? "" : ", tags " + about.tags())
                + (about.description() == null ? "" : ": " + about.description());
    }
}
