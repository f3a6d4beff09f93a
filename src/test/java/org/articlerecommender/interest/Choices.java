package org.articlerecommender.interest;

/**
 * What can be chosen beside the model itself.
 *
 * @param halfLifeDays after so many days before the newest one, what was saved counts half; infinite for never
 * @param background how many articles that were there to be saved stand for what the reader does not want
 * @param titlesOnly whether abstracts are left away
 */
record Choices(double halfLifeDays, int background, boolean titlesOnly) {

    static final Choices SHIPPED = new Choices(60, 2000, false);

    Choices withHalfLife(double days) {
        return new Choices(days, background, titlesOnly);
    }

    Choices withBackground(int articles) {
        return new Choices(halfLifeDays, articles, titlesOnly);
    }

    Choices withTitlesOnly() {
        return new Choices(halfLifeDays, background, true);
    }
}
