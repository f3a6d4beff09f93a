/**
 * The HTML pages.
 *
 * <p>A page composes what the other modules answer and knows nothing itself; what it shows in a list it records as
 * shown. Every page can be read, and every action done, without JavaScript: htmx and the one script of ours only save
 * page loads. Nothing is fetched from another site.
 */
package org.articlerecommender.web;
