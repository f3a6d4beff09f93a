package org.articlerecommender.interest;

/**
 * What can be chosen beside the model itself.
 *
 * @param halfLifeDays after so many days before the newest one, what was saved counts half; infinite for never
 * @param background how many articles that were there to be saved stand for what the reader does not want
 * @param titlesOnly whether abstracts are left away
 * @param bylines whether it is known who wrote what
 */
record Choices(double halfLifeDays, int background, boolean titlesOnly, boolean bylines) {

    static final Choices SHIPPED = new Choices(60, 2000, false, true);

    Choices withHalfLife(double days) {
        return new Choices(days, background, titlesOnly, bylines);
    }

    Choices withBackground(int articles) {
        return new Choices(halfLifeDays, articles, titlesOnly, bylines);
    }

    Choices withTitlesOnly() {
        return new Choices(halfLifeDays, background, true, bylines);
    }

    Choices withoutBylines() {
        return new Choices(halfLifeDays, background, titlesOnly, false);
    }
}
