package org.articlerecommender.web;

import java.util.Set;
import java.util.UUID;
import org.articlerecommender.catalog.Article;
import org.articlerecommender.events.EventType;

/**
 * One line of a list on a page.
 *
 * @param position from 1
 * @param score null where the order has none to show
 * @param why the reason in one line, or null
 * @param exploring whether it stands there to learn about it
 * @param ranking the list it is part of, or null
 * @param marks what the reader has said of it and not taken back
 */
public record Row(
        Article article,
        int position,
        Double score,
        String why,
        boolean exploring,
        UUID ranking,
        Set<EventType> marks) {

    /** An article by itself, not as a line of a list that was ordered. */
    static Row single(Article article, UUID ranking, Marks marks) {
        return new Row(article, 0, null, null, false, ranking, marks.of(article.id()));
    }

    public boolean saved() {
        return marks.contains(EventType.SAVE);
    }

    public boolean liked() {
        return marks.contains(EventType.LIKE);
    }

    public boolean disliked() {
        return marks.contains(EventType.DISLIKE);
    }

    public boolean hidden() {
        return marks.contains(EventType.HIDE);
    }

    /** The article's own page. */
    public String page() {
        return "/article/" + article.id().value() + list();
    }

    /** Its details, to be shown in place. */
    public String details() {
        return "/details/" + article.id().value() + list();
    }

    /** Why it stands where it stands, on a page of its own. */
    public String whyPage() {
        return "/why/" + article.id().value();
    }

    /** The same, to be shown in place. */
    public String grounds() {
        return "/grounds/" + article.id().value();
    }

    /** The way to arXiv that keeps count. */
    public String out() {
        return "/out/" + article.id().value() + list();
    }

    private String list() {
        return ranking == null ? "" : "?ranking=" + ranking;
    }
}
