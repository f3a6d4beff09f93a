package org.articlerecommender.interest;

import java.util.List;
import org.articlerecommender.embedding.DotProduct;

/** The rows that a {@link LogisticFit} learns from, dense or sparse. */
interface Examples {

    int size();

    /** How many numbers a row has. */
    int width();

    /** The dot product of a row and the first {@link #width()} numbers. */
    double dot(int row, float[] slopes);

    /** Adds {@code times} the row. */
    void add(float[] to, int row, float times);

    /** Rows with a number in every place. */
    record Dense(List<float[]> rows) implements Examples {

        @Override
        public int size() {
            return rows.size();
        }

        @Override
        public int width() {
            return rows.get(0).length;
        }

        @Override
        public double dot(int row, float[] slopes) {
            return DotProduct.of(rows.get(row), slopes);
        }

        @Override
        public void add(float[] to, int row, float times) {
            var values = rows.get(row);
            for (int j = 0; j < values.length; j++) {
                to[j] += times * values[j];
            }
        }
    }

    /** Rows of words. */
    record Sparse(List<WordVector> rows) implements Examples {

        @Override
        public int size() {
            return rows.size();
        }

        @Override
        public int width() {
            return WordCounts.WIDTH;
        }

        @Override
        public double dot(int row, float[] slopes) {
            return rows.get(row).dot(slopes);
        }

        @Override
        public void add(float[] to, int row, float times) {
            rows.get(row).addTo(to, times);
        }
    }
}
