package org.articlerecommender.recommend;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.articlerecommender.catalog.ArticleId;
import org.articlerecommender.events.Draft;
import org.articlerecommender.ranking.Ranking;

/**
 * Two rankings of the same candidates as one, by team draft (Radlinski, Kurup and Joachims, 2008): in each round a coin
 * decides who picks first, then each adds its best line that is not there yet. Neither has an advantage of place, so the
 * one whose lines readers answer more is the better one.
 *
 * @param ranking every candidate once, with the scores and the id of the champion
 * @param teams whose pick each line is
 * @param challenger the id of the other one
 */
record TeamDraft(Ranking ranking, List<Character> teams, String challenger) {

    /**
     * @param depth how many lines are drafted; those after them keep the champion's order and are nobody's
     * @param dice the coin
     */
    static TeamDraft of(Ranking champion, Ranking challenger, int depth, Random dice) {
        var lines = new ArrayList<Ranking.Line>(champion.lines().size());
        var teams = new ArrayList<Character>(champion.lines().size());
        var own = new HashMap<ArticleId, Ranking.Line>();
        champion.lines().forEach(line -> own.put(line.article(), line));
        var taken = new HashSet<ArticleId>();
        var first = champion.lines().iterator();
        var second = challenger.lines().iterator();
        while (lines.size() < Math.min(depth, own.size())) {
            boolean begins = dice.nextBoolean();
            for (boolean turn : new boolean[] {begins, !begins}) {
                var pick = pick(turn ? first : second, taken);
                if (pick != null) {
                    lines.add(own.get(pick));
                    teams.add(turn ? Draft.CHAMPION : Draft.CHALLENGER);
                }
            }
        }
        for (var line : champion.lines()) {
            if (taken.add(line.article())) {
                lines.add(line);
                teams.add(Draft.NEITHER);
            }
        }
        var ranking = new Ranking(champion.model(), champion.featureNames(), lines, champion.note());
        return new TeamDraft(ranking, teams, challenger.model());
    }

    /** The best line that is not there yet; null when all are. */
    private static ArticleId pick(Iterator<Ranking.Line> order, Set<ArticleId> taken) {
        while (order.hasNext()) {
            var article = order.next().article();
            if (taken.add(article)) {
                return article;
            }
        }
        return null;
    }
}
