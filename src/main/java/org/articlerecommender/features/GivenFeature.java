package org.articlerecommender.features;

/** A feature whose values are stored as its source gives them. */
record GivenFeature(Dtype dtype) implements FeatureDefinition {}
