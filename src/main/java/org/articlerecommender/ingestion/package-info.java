/**
 * Brings articles in: from arXiv every night, from the sample that ships with the product while arXiv cannot be reached,
 * from whoever posts them, and from whole files.
 *
 * <p>Enter through {@link org.articlerecommender.ingestion.ArxivClient} to search arXiv and through {@link
 * org.articlerecommender.ingestion.IngestionState} to learn how fresh the catalog is; {@link org.articlerecommender.ingestion.Listing} says
 * what arXiv announced, for whoever checks that nothing is missing. Everything that asks arXiv goes
 * through the one client, which keeps the pace arXiv asks for across all replicas. This module knows no reader, and does
 * not know what is done with an article once it is in the catalog.
 */
package org.articlerecommender.ingestion;
