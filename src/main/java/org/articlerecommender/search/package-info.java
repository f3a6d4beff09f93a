/**
 * Finds articles by words and by meaning: live at arXiv, in the local catalog, or both.
 *
 * <p>Enter through {@link org.articlerecommender.search.Search}. When arXiv does not answer, the local catalog does, and
 * the result says so. This module does not know how results are shown.
 */
package org.articlerecommender.search;
