package org.articlerecommender.features;

import jakarta.inject.Singleton;
import java.util.List;
import org.articlerecommender.platform.Problem;

/** The features that a request names, one by one or by a service. */
@Singleton
class FeatureNames {

    private static final int MOST = 100;

    private final FeatureDefinitions definitions;

    FeatureNames(FeatureDefinitions definitions) {
        this.definitions = definitions;
    }

    /** @throws Problem that names the field and the fix */
    List<String> of(List<String> names, String service) {
        if (service != null && names == null) {
            return definitions
                    .service(service)
                    .orElseThrow(() -> Problem.badRequest("service", "there is none of this name"));
        }
        if (names == null || names.isEmpty() || names.size() > MOST) {
            throw Problem.badRequest("features", "name 1 to %d features, or a service".formatted(MOST));
        }
        for (int i = 0; i < names.size(); i++) {
            if (definitions.find(names.get(i)).isEmpty()) {
                throw Problem.badRequest(
                        "features[%d]".formatted(i), "there is no such feature; see GET /api/v1/features/views");
            }
        }
        return names;
    }
}
