package org.articlerecommender.training;

import org.articlerecommender.ranking.Linear;

/** How fast readers stop looking, told from what they answered apart from what the articles were like. */
final class Examination {

    private static final double MOST = 1;

    private Examination() {}

    /**
     * The power of the position that the odds of an answer fall with, all features being equal; from 0 to 1, and 0 where
     * there is nothing to tell it from.
     */
    static double of(TrainingSet set, TrainingConfig config) {
        if (set.positives() == 0 || set.negatives() == 0) {
            return 0;
        }
        var answered = new boolean[set.rows().size()];
        for (int i = 0; i < answered.length; i++) {
            answered[i] = set.rows().get(i).positive();
        }
        Linear fitted =
                LinearFit.of(Matrix.of(set.rows(), Matrix.means(set)), answered, config.penalty(), config.seed());
        int position = fitted.coefficient().length - 1;
        return Math.max(0, Math.min(MOST, -fitted.coefficient()[position] / fitted.scale()[position]));
    }
}
