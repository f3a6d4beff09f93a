/**
 * Proves that nothing arXiv announced is missing, and fetches what is.
 *
 * <p>Enter through {@link org.articlerecommender.ledger.Ledger}. For each category and announcement day it holds what
 * arXiv counts against what is stored and embedded. It does not know how articles are brought in; it asks for them.
 */
package org.articlerecommender.ledger;
