/**
 * Readers whose tastes are known, who use the application day by day, so that what it learns can be held against the best
 * that could be done. {@code scripts/evaluate-simulation} runs it; no test run does.
 */
package org.articlerecommender.simulation;
