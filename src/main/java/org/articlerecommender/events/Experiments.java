package org.articlerecommender.events;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.articlerecommender.platform.StoreUnavailable;

/** What lists tried out on readers: lines drafted by two models, lines drawn to explore; and how readers answered. */
@ApplicationScoped
public class Experiments {

    private final ExperimentTable table;

    Experiments(ExperimentTable table) {
        this.table = table;
    }

    /**
     * What readers answered to lists drafted by these two since then: one verdict per reader and day with an answer.
     *
     * @param champion null for whichever it was, such as the forms of the fallback
     */
    public List<Draft.Verdict> verdicts(String champion, String challenger, Instant since) {
        try {
            return table.verdicts(champion, challenger, since);
        } catch (SQLException e) {
            throw new StoreUnavailable("reading how readers answered two models", e);
        }
    }

    /** The exploring lines rendered in lists made from {@code from} up to but without {@code to}, oldest first. */
    public List<Exploration.Answered> explored(Instant from, Instant to) {
        try {
            return table.explored(from, to);
        } catch (SQLException e) {
            throw new StoreUnavailable("reading exploring lines", e);
        }
    }

    /** What readers were shown in feeds and the like, not in searches, and how much of it they answered. */
    public List<Shown> shown(Instant from, Instant to) {
        try {
            return table.shown(from, to);
        } catch (SQLException e) {
            throw new StoreUnavailable("counting what readers were shown", e);
        }
    }
}
