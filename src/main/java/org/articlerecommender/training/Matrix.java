package org.articlerecommender.training;

import java.util.Arrays;
import java.util.List;

/** The rows of a set as a fit takes them: without a gap, and with where each stood in its list as the last column. */
final class Matrix {

    private Matrix() {}

    /** The mean of each column over what is known; 0 where nothing is. */
    static double[] means(TrainingSet set) {
        var means = new double[set.names().size()];
        for (int j = 0; j < means.length; j++) {
            int column = j;
            means[j] = set.rows().stream()
                    .mapToDouble(row -> row.values()[column])
                    .filter(Double::isFinite)
                    .average()
                    .orElse(0);
        }
        return means;
    }

    // the original fell over a reader without features (SEED T5); here such a reader is an average one
    static double[][] of(List<TrainingRow> rows, double[] means) {
        return rows.stream().map(row -> of(row, means)).toArray(double[][]::new);
    }

    private static double[] of(TrainingRow row, double[] means) {
        var values = Arrays.copyOf(row.values(), means.length + 1);
        for (int j = 0; j < means.length; j++) {
            values[j] = Double.isFinite(values[j]) ? values[j] : means[j];
        }
        // examination falls as a power of the position, and so do the odds of an answer
        values[means.length] = Math.log(row.position());
        return values;
    }
}
