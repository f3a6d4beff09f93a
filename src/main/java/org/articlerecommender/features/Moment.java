package org.articlerecommender.features;

import java.time.Instant;

/** An entity at a moment. */
record Moment(String key, Instant at) {}
