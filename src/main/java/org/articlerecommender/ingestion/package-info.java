/**
 * Brings articles in: from arXiv every night, from the sample that ships with the product while arXiv cannot be reached,
 * and from whoever posts them.
 *
 * <p>Enter through {@link org.articlerecommender.ingestion.ArxivClient} to search arXiv and through {@link
 * org.articlerecommender.ingestion.IngestionState} to learn how fresh the catalog is. Everything that asks arXiv goes
 * through the one client, which keeps the pace arXiv asks for across all replicas. This module knows no reader, and does
 * not know what is done with an article once it is in the catalog.
 */
package org.articlerecommender.ingestion;
