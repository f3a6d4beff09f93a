package org.articlerecommender.web;

import java.util.List;
import org.articlerecommender.features.FeatureDefinitions;
import org.articlerecommender.features.FeatureService;
import org.articlerecommender.features.FeatureView;
import org.articlerecommender.ranking.TrainedModel;

/**
 * Where a view comes from and where it goes.
 *
 * @param from the events, or the source, or the views that it is computed from
 * @param services the services that list a feature of it
 * @param models the models that read a feature of it, newest first
 */
public record Lineage(FeatureView view, List<String> from, List<String> services, List<Reader> models) {

    /** A model and the features it reads whose definitions have changed since it was trained. */
    public record Reader(String id, TrainedModel.State state, List<String> changed) {}

    private static final int MODELS = 5;

    static Lineage of(FeatureView view, FeatureDefinitions definitions, List<TrainedModel> models) {
        var from = view.computed()
                ? view.events()
                : view.stored() ? List.of(view.source().toString()) : view.readsViews();
        return new Lineage(
                view,
                from,
                definitions.services().stream()
                        .filter(service -> reads(view, definitions, service.features()))
                        .map(FeatureService::name)
                        .toList(),
                models.stream()
                        .filter(model -> reads(
                                view,
                                definitions,
                                model.features().stream()
                                        .map(TrainedModel.FeatureUsed::name)
                                        .toList()))
                        .limit(MODELS)
                        .map(model -> new Reader(model.id(), model.state(), changed(view, definitions, model)))
                        .toList());
    }

    // what is computed when asked for reads the views that it is computed from
    private static boolean reads(FeatureView view, FeatureDefinitions definitions, List<String> names) {
        var through = definitions.views().stream()
                .filter(one -> one.equals(view) || one.readsViews().contains(view.name()))
                .toList();
        return names.stream().anyMatch(name -> through.stream().anyMatch(one -> name.startsWith(one.name() + ":")));
    }

    private static List<String> changed(FeatureView view, FeatureDefinitions definitions, TrainedModel model) {
        return model.features().stream()
                .filter(used -> used.name().startsWith(view.name() + ":"))
                .filter(used -> definitions
                        .find(used.name())
                        .filter(feature -> feature.hash().equals(used.hash()))
                        .isEmpty())
                .map(TrainedModel.FeatureUsed::name)
                .toList();
    }
}
