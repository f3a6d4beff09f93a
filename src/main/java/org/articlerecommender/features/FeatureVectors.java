package org.articlerecommender.features;

import java.util.List;

/**
 * Feature values of several articles.
 *
 * @param names the features, in the order of the columns
 * @param rows one row per article, in the order asked for; longer than the names by as many columns as were asked to spare
 * @param degraded why values may be older or poorer than they should be, or null when all is well
 */
public record FeatureVectors(List<String> names, double[][] rows, String degraded) {}
