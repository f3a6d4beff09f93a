package org.articlerecommender.simulation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.articlerecommender.embedding.DotProduct;
import org.articlerecommender.events.EventType;
import org.articlerecommender.events.ReaderId;

/**
 * A reader with one or two interests, who likes what is near to one of them, good and new, and looks at the first lines of a
 * list more often than at the last.
 *
 * @param interests vectors of unit length; a reader without any answers by chance, whatever the article is
 */
record SimulatedReader(ReaderId id, List<float[]> interests) {

    private static final double USUAL_LIKENESS = 0.35;
    private static final double BY_LIKENESS = 8;
    private static final double BY_QUALITY = 1.2;
    private static final double BY_AGE = -0.15;
    private static final double RELUCTANCE = -0.5;
    private static final double CLICKED_OF_OPENED = 0.5;
    private static final double HARDER_TO_SAVE = 1;
    private static final double OF_ANYTHING = -1;

    /** What the training holds the answers to be worth. */
    private static final double OPENED = 1;

    private static final double CLICKED = 2;
    private static final double SAVED = 3;

    /** How likely a line is looked at. */
    static double looksAt(int position) {
        return Math.pow(position, -0.7);
    }

    /** What it is worth on average that the reader looks at the article. */
    double worth(SimulatedArticle article, LocalDate today) {
        return opens(article, today) * (OPENED + CLICKED * CLICKED_OF_OPENED + SAVED * saves(article, today));
    }

    /** What the reader does to a line. */
    List<EventType> reactions(SimulatedArticle article, int position, LocalDate today, Random random) {
        var reactions = new ArrayList<EventType>();
        if (random.nextDouble() < looksAt(position) * opens(article, today)) {
            reactions.add(EventType.EXPAND);
            if (random.nextDouble() < CLICKED_OF_OPENED) {
                reactions.add(EventType.CLICK);
            }
            if (random.nextDouble() < saves(article, today)) {
                reactions.add(EventType.SAVE);
            }
        }
        return reactions;
    }

    private double opens(SimulatedArticle article, LocalDate today) {
        return logistic(appeal(article, today) + RELUCTANCE);
    }

    private double saves(SimulatedArticle article, LocalDate today) {
        return logistic(appeal(article, today) - HARDER_TO_SAVE);
    }

    private double appeal(SimulatedArticle article, LocalDate today) {
        if (interests.isEmpty()) {
            return OF_ANYTHING;
        }
        double likeness = interests.stream()
                .mapToDouble(one -> DotProduct.of(one, article.vector()))
                .max()
                .orElseThrow();
        long age = today.toEpochDay() - article.announced().toEpochDay();
        return BY_LIKENESS * (likeness - USUAL_LIKENESS) + BY_QUALITY * article.quality() + BY_AGE * age;
    }

    private static double logistic(double z) {
        return 1 / (1 + Math.exp(-z));
    }
}
