package org.articlerecommender.training;

import java.util.List;
import org.articlerecommender.events.Draft;

/**
 * How a challenger does in live lists. A reader's day is won by the model more of whose lines they answered.
 *
 * @param ties days on which both were answered alike, which decide nothing
 * @param winRate the share of the decided days that the challenger won
 * @param low of Wilson's interval of 99 %; wide, because it is looked at every hour
 */
public record Trial(
        String champion, String challenger, int wins, int losses, int ties, double winRate, double low, double high) {

    private static final double Z = 2.576;

    static Trial of(String champion, String challenger, List<Draft.Verdict> verdicts) {
        int wins = 0;
        int losses = 0;
        for (var one : verdicts) {
            wins += one.challenger() > one.champion() ? 1 : 0;
            losses += one.challenger() < one.champion() ? 1 : 0;
        }
        double decided = wins + losses;
        double rate = decided == 0 ? 0.5 : wins / decided;
        double within =
                Z * Math.sqrt(rate * (1 - rate) / Math.max(1, decided) + Z * Z / (4 * Math.max(1, decided * decided)));
        double scale = 1 + Z * Z / Math.max(1, decided);
        double middle = (rate + Z * Z / (2 * Math.max(1, decided))) / scale;
        return new Trial(
                champion,
                challenger,
                wins,
                losses,
                verdicts.size() - wins - losses,
                rate,
                decided == 0 ? 0 : middle - within / scale,
                decided == 0 ? 1 : middle + within / scale);
    }

    int decided() {
        return wins + losses;
    }
}
