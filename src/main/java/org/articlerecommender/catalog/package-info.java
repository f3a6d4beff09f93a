/**
 * The articles we know and their versions.
 *
 * <p>Enter through {@link org.articlerecommender.catalog.Catalog}. An article is one paper, keyed by arXiv's id without
 * version; what a version said is kept. This module does not know where articles come from, nor what readers do.
 */
package org.articlerecommender.catalog;
