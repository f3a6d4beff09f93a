package org.articlerecommender.events;

import java.util.UUID;

/**
 * Who drafted the lines of an interleaved list.
 *
 * @param teams a letter for each position, the first for position 1
 */
public record Draft(UUID ranking, String champion, String challenger, String teams) {

    public static final char CHAMPION = 'A';
    public static final char CHALLENGER = 'B';
    /** The line of neither, such as an exploring one. */
    public static final char NEITHER = '-';

    /**
     * What one reader answered on one day to the lines of each.
     *
     * @param champion how many of the champion's articles the reader opened, clicked or saved
     * @param challenger how many of the challenger's
     */
    public record Verdict(int champion, int challenger) {}
}
