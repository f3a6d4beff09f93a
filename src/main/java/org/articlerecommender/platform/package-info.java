/**
 * What every module stands on: the clock, problem responses, background jobs and their runs, the operator's guard, and
 * the embedded PostgreSQL and Redis.
 *
 * <p>Enter through {@link org.articlerecommender.platform.Jobs} to run something in the background and through {@link
 * org.articlerecommender.platform.Problem} to refuse a request. This module knows no article and no reader.
 */
package org.articlerecommender.platform;
