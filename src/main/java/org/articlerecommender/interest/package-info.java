/**
 * What a reader is interested in, learned from what they did.
 *
 * <p>Enter through {@link org.articlerecommender.interest.Interests} for readers and {@link
 * org.articlerecommender.interest.InterestModel} for anyone whose articles are at hand. An interest is not trained ahead:
 * it is learned from one reader's own articles in a fraction of a second, whenever they did something, against articles
 * that had been announced by then.
 *
 * <p>An article is seen as {@link org.articlerecommender.interest.Content}: its meaning, which is a vector, and its words.
 * In the comparisons that the README shows neither alone is the best for every reader. This module does not know how a
 * list is made of what it says.
 */
package org.articlerecommender.interest;
