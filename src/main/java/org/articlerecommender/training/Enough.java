package org.articlerecommender.training;

import java.util.ArrayList;
import java.util.Optional;

/** Whether there is enough to learn from, and if not, what is missing. */
final class Enough {

    private Enough() {}

    /** A sentence that says everything that is missing; empty when there is enough. */
    static Optional<String> missing(TrainingSet all, TrainingSet.Split split, TrainingConfig config) {
        var missing = new ArrayList<String>();
        atLeast(config.leastLists(), all.tellingLists(), "lists in which a reader opened something", missing);
        atLeast(config.leastPositives(), all.positives(), "opened articles", missing);
        atLeast(config.leastNegatives(), all.negatives(), "articles shown and not opened", missing);
        if (missing.isEmpty()) {
            both(split.earlier(), "the earlier lists", missing);
            if (split.later().tellingLists() == 0) {
                missing.add("no reader opened something in the later lists, which are kept back to measure on");
            }
        }
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of("Too little to learn from: %s.".formatted(String.join(", ", missing)));
    }

    private static void atLeast(int needed, long there, String what, ArrayList<String> missing) {
        if (there < needed) {
            missing.add("%d %s of the %d needed".formatted(there, what, needed));
        }
    }

    private static void both(TrainingSet set, String what, ArrayList<String> missing) {
        if (set.positives() == 0) {
            missing.add("nothing was opened in " + what);
        } else if (set.negatives() == 0) {
            missing.add("everything was opened in " + what);
        }
    }
}
