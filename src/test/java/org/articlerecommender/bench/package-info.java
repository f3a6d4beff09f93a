/**
 * Measures the built application from outside, over HTTP, as its users meet it.
 *
 * <p>Enter through {@code scripts/bench}, which runs {@link org.articlerecommender.bench.Bench}. Every figure is a median
 * over rounds with its spread, beside a baseline of the same run; nothing here fails because a figure is bad.
 */
package org.articlerecommender.bench;
