package org.articlerecommender.features;

import java.util.List;

/**
 * The features that one model reads, by name.
 *
 * @param features in the order of the model's columns, like {@code reader_article:title_similarity}
 */
public record FeatureService(String name, List<String> features) {

    public FeatureService {
        features = List.copyOf(features);
    }
}
