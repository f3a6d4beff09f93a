/**
 * The vectors of millions of articles in flat arrays outside the heap, and the nearest of them to a query.
 *
 * <p>Enter through {@link org.articlerecommender.nearest.VectorIndex}. Every vector is kept three times: as float32, as
 * int8 with a scale of its own, and as one bit a number. A query goes over the short forms of all rows, filters applied on
 * the way, and what is left is ordered by the float32 form; so no index has to be built, and a new article is found as soon as
 * it is put in.
 *
 * <p>The arrays are a memory-mapped file that is only a copy of what the caller has elsewhere: whatever is wrong with it
 * is dropped, and comes again from there. This module does not know where vectors come from.
 */
package org.articlerecommender.nearest;
