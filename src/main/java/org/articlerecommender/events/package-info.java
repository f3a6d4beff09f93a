/**
 * What readers did and what they were shown.
 *
 * <p>Enter through {@link org.articlerecommender.events.EventLog} for actions and {@link
 * org.articlerecommender.events.Rankings} for lists. Both only grow. This module does not know how a list was ordered,
 * nor what is learned from it.
 */
package org.articlerecommender.events;
