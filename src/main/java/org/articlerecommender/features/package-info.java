/**
 * What is known about readers, articles and pairs of them, as numbers a model can use: definitions, history, current
 * values.
 *
 * <p>Enter through {@link org.articlerecommender.features.FeatureStore} for current values, {@link
 * org.articlerecommender.features.FeatureHistory} for those of past moments and {@link
 * org.articlerecommender.features.FeatureDefinitions} for what there is. A feature is declared in {@code
 * feature-definitions/*.yaml} and computed by one piece of code, for serving and for history alike. This module does not
 * know which model uses a feature.
 *
 * <p>What is applied is in {@link org.articlerecommender.features.FeatureRegistry}; applying makes and alters the tables of
 * views, so a new view needs no migration. {@link org.articlerecommender.features.HistoricalFeatures} joins past moments of
 * any type of feature, {@link org.articlerecommender.features.FeatureParity} and {@link
 * org.articlerecommender.features.FeatureQuality} say whether served and stored values are as they should be.
 *
 * <p>History in PostgreSQL is the truth and only grows: a row says what values were at a moment, computed from what
 * happened before it. Redis and memory hold the newest row of each entity and can be filled from history at any time.
 */
package org.articlerecommender.features;
