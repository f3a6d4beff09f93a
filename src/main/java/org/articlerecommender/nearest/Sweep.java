package org.articlerecommender.nearest;

import java.util.ArrayList;
import java.util.BitSet;
import org.articlerecommender.catalog.ArticleId;

/** Removes what was in the index at the beginning and nobody wanted to keep until the end. One thread uses it. */
public final class Sweep {

    private final Rows rows;
    private final Slice before;
    private final BitSet kept = new BitSet();

    Sweep(Rows rows) {
        this.rows = rows;
        this.before = rows.slice(Scope.ALL);
    }

    public void keep(ArticleId article) {
        int row = rows.rowOf(article);
        if (row >= 0) {
            kept.set(row);
        }
    }

    public void finish() {
        var left = new ArrayList<ArticleId>();
        for (int row = kept.nextClearBit(0); row < before.count(); row = kept.nextClearBit(row + 1)) {
            var block = before.blockOf(row);
            if (before.admits(block, row % Layout.ROWS)) {
                left.add(block.article(row % Layout.ROWS));
            }
        }
        rows.remove(left);
    }
}
