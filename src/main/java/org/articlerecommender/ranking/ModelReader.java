package org.articlerecommender.ranking;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.inject.Singleton;

/** Takes stored models back into memory, and takes none that is damaged, foreign or of another meaning. */
@Singleton
@RegisterForReflection(
        targets = {
            ScoringModel.class,
            ScoringModel.Feature.class,
            ScoringModel.Task.class,
            Linear.class,
            Trees.class,
            Calibration.Platt.class,
            Calibration.Isotonic.class
        })
class ModelReader {

    private final ServedFeatures features;
    private final ObjectMapper json;

    ModelReader(ServedFeatures features, ObjectMapper json) {
        this.features = features;
        this.json = json;
    }

    ScoringModel read(TrainedModel stored) throws ModelUnusable {
        var scoring = parse(stored);
        if (!scoring.digest().equals(stored.sha256())) {
            throw new ModelUnusable("its artefact is not the one that was stored");
        }
        for (var feature : scoring.features()) {
            if (feature.name().equals(ScoringModel.POSITION)) {
                continue;
            }
            var hash = features.hash(feature.name())
                    .orElseThrow(() -> new ModelUnusable("there is no feature " + feature.name() + " any more"));
            if (!hash.equals(feature.hash())) {
                throw new ModelUnusable("the definition of " + feature.name() + " has changed since it was trained");
            }
        }
        return scoring;
    }

    boolean isUsable(TrainedModel stored) {
        try {
            read(stored);
            return true;
        } catch (ModelUnusable e) {
            return false;
        }
    }

    private ScoringModel parse(TrainedModel stored) throws ModelUnusable {
        try {
            var scoring = json.treeToValue(stored.artefact(), ScoringModel.class);
            if (scoring != null) {
                return scoring;
            }
        } catch (JsonProcessingException e) {
            // the numbers' own complaint is at the bottom, below what the parser says
            var cause = e.getCause() instanceof IllegalArgumentException known ? ": " + known.getMessage() : "";
            throw new ModelUnusable("its artefact is not a model" + cause);
        }
        throw new ModelUnusable("its artefact is not a model");
    }
}
