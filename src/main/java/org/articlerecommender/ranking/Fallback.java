package org.articlerecommender.ranking;

import java.util.List;

/**
 * What orders while no trained model does. For a reader of whom something is known, the original's scorer (SEED M4:
 * {@code sigmoid(query_similarity + title_similarity)}) and, once they liked something, the mean of what they searched for
 * and their interest, which knows more of the liked articles than their mean. For the unknown reader, what is new and read by others.
 */
final class Fallback implements Scorer {

    private enum Form {
        INTEREST("similarity-and-interest"),
        SIMILARITY("similarity"),
        NEWEST("newest-and-most-read");

        final String id;

        Form(String id) {
            this.id = id;
        }
    }

    // after three days an article is half as new
    private static final double HALF_NEW_DAYS = 3;
    // an article that one reader in five acts on is half as read as one could be
    private static final double HALF_READ = 0.2;
    private static final double UNKNOWN_AGE = 10;

    private final Form form;
    private final int query;
    private final int title;
    private final int interest;
    private final int age;
    private final int rate;

    private Fallback(Form form, List<String> names) {
        this.form = form;
        this.query = names.indexOf(ServedFeatures.QUERY_SIMILARITY);
        this.title = names.indexOf(ServedFeatures.TITLE_SIMILARITY);
        this.interest = names.indexOf(ServedFeatures.INTEREST);
        this.age = names.indexOf(ServedFeatures.AGE);
        this.rate = names.indexOf(ServedFeatures.ACTION_RATE);
    }

    /** The form that fits what the values tell of the reader. */
    static Fallback over(List<String> names, double[][] rows) {
        var known = new Fallback(Form.SIMILARITY, names);
        if (known.says(rows, known.interest)) {
            return new Fallback(Form.INTEREST, names);
        }
        return known.says(rows, known.query) || known.says(rows, known.title)
                ? known
                : new Fallback(Form.NEWEST, names);
    }

    private boolean says(double[][] rows, int column) {
        for (int i = 0; column >= 0 && i < rows.length; i++) {
            if (Double.isFinite(rows[i][column]) && rows[i][column] != 0) {
                return true;
            }
        }
        return false;
    }

    @Override
    public String id() {
        return form.id;
    }

    @Override
    public double score(double[] values) {
        return switch (form) {
            case INTEREST -> (logistic(value(values, query, 0)) + value(values, interest, 0)) / 2;
            case SIMILARITY -> logistic(value(values, query, 0) + value(values, title, 0));
            case NEWEST -> 0.75 * fresh(values) + 0.25 * read(values);
        };
    }

    @Override
    public double[] contributions(double[] values) {
        double all = logit(score(values));
        var parts = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            if (uses(i)) {
                var without = values.clone();
                without[i] = i == age ? UNKNOWN_AGE : 0;
                parts[i] = all - logit(score(without));
            }
        }
        return parts;
    }

    private boolean uses(int column) {
        return switch (form) {
            case INTEREST -> column == query || column == interest;
            case SIMILARITY -> column == query || column == title;
            case NEWEST -> column == age || column == rate;
        };
    }

    private double fresh(double[] values) {
        return Math.pow(0.5, Math.max(0, value(values, age, UNKNOWN_AGE)) / HALF_NEW_DAYS);
    }

    private double read(double[] values) {
        double rated = Math.max(0, value(values, rate, 0));
        return rated / (rated + HALF_READ);
    }

    private static double value(double[] values, int column, double missing) {
        return column < 0 || !Double.isFinite(values[column]) ? missing : values[column];
    }

    private static double logistic(double z) {
        return 1 / (1 + Math.exp(-z));
    }

    private static double logit(double probability) {
        double inside = Math.min(1 - 1e-9, Math.max(1e-9, probability));
        return Math.log(inside / (1 - inside));
    }
}
