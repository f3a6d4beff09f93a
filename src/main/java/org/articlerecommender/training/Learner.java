package org.articlerecommender.training;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import org.articlerecommender.ranking.Calibration;
import org.articlerecommender.ranking.Outcome;
import org.articlerecommender.ranking.Predictor;
import org.articlerecommender.ranking.ScoringModel;

/**
 * Learns one model from a set: for each outcome a regression and trees, of which the one that orders the set's latest
 * lists better is taken and calibrated on them.
 */
final class Learner {

    /**
     * How one outcome was learned.
     *
     * @param linearAuc of the regression on the lists kept back to choose on, {@code treesAuc} of the trees; null when
     *     those tell nothing
     */
    record Chosen(Outcome outcome, String kind, String calibration, Double linearAuc, Double treesAuc) {}

    /** @param leftOut the outcomes with too few answers to learn from */
    record Learned(ScoringModel model, List<Chosen> chosen, List<Outcome> leftOut) {}

    private final TrainingConfig config;
    private final double[] means;
    private final List<TrainingRow> fit;
    private final List<TrainingRow> choose;

    private Learner(TrainingSet set, TrainingConfig config) {
        var split = set.split(config.calibration());
        this.config = config;
        this.means = Matrix.means(split.earlier());
        this.fit = weighted(split.earlier().rows(), config.mostWeight());
        this.choose = split.later().rows();
    }

    /**
     * @param hash the definition hash of a feature by its name
     * @return a model without tasks is none: null when no outcome has answers enough
     */
    static Learned of(TrainingSet set, UnaryOperator<String> hash, TrainingConfig config) {
        var learner = new Learner(set, config);
        var tasks = new ArrayList<ScoringModel.Task>();
        var chosen = new ArrayList<Chosen>();
        var leftOut = new ArrayList<Outcome>();
        for (var outcome : Outcome.values()) {
            if (learner.has(learner.fit, outcome)) {
                learner.learn(outcome, tasks, chosen);
            } else {
                leftOut.add(outcome);
            }
        }
        if (tasks.isEmpty()) {
            return new Learned(null, chosen, leftOut);
        }
        var features = new ArrayList<ScoringModel.Feature>();
        for (int j = 0; j < learner.means.length; j++) {
            var name = set.names().get(j);
            features.add(new ScoringModel.Feature(name, hash.apply(name), learner.means[j]));
        }
        features.add(new ScoringModel.Feature(ScoringModel.POSITION, "position-1", 0));
        return new Learned(new ScoringModel(features, tasks), chosen, leftOut);
    }

    private void learn(Outcome outcome, List<ScoringModel.Task> tasks, List<Chosen> chosen) {
        var x = Matrix.of(fit, means);
        var y = answers(fit, outcome);
        Predictor linear = LinearFit.of(x, y, config.penalty(), config.seed());
        Predictor best = linear;
        Double linearAuc = null;
        Double treesAuc = null;
        boolean tells = has(choose, outcome);
        var later = Matrix.of(tells ? choose : fit, means);
        var answered = answers(tells ? choose : fit, outcome);
        if (tells) {
            int from = Math.max(0, fit.size() - config.mostTreeRows());
            var trees = learnable(from, outcome)
                    ? TreeFit.of(
                            Matrix.of(fit.subList(from, fit.size()), means),
                            answers(fit.subList(from, fit.size()), outcome),
                            config)
                    : null;
            linearAuc = Auc.of(linear.logOdds(later), answered);
            if (trees != null) {
                treesAuc = Auc.of(trees.logOdds(later), answered);
                best = treesAuc > linearAuc ? trees : linear;
            }
        }
        var calibration = CalibrationFit.of(best.logOdds(later), answered);
        double share = Worth.of(config).share(outcome);
        tasks.add(new ScoringModel.Task(outcome, share, best, calibration));
        chosen.add(new Chosen(
                outcome,
                best.label(),
                calibration instanceof Calibration.Platt ? "platt" : "isotonic",
                linearAuc,
                treesAuc));
    }

    private boolean learnable(int from, Outcome outcome) {
        return has(fit.subList(from, fit.size()), outcome);
    }

    private boolean has(List<TrainingRow> rows, Outcome outcome) {
        long yes = rows.stream().filter(row -> row.outcomes().contains(outcome)).count();
        return yes >= config.leastAnswers() && rows.size() - yes >= config.leastAnswers();
    }

    static boolean[] answers(List<TrainingRow> rows, Outcome outcome) {
        var answers = new boolean[rows.size()];
        for (int i = 0; i < answers.length; i++) {
            answers[i] = rows.get(i).outcomes().contains(outcome);
        }
        return answers;
    }

    /**
     * Rows that were drawn to explore stand for all those that might have been drawn, so they count as many times as one
     * over their propensity, up to a limit that keeps single answers from deciding.
     */
    static List<TrainingRow> weighted(List<TrainingRow> rows, int most) {
        var weighted = new ArrayList<TrainingRow>(rows.size());
        for (var row : rows) {
            int times = (int) Math.min(most, Math.round(1 / Math.max(1e-6, row.propensity())));
            weighted.addAll(Collections.nCopies(Math.max(1, times), row));
        }
        return weighted;
    }
}
