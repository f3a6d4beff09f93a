package org.articlerecommender.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SampleTest {

    private final Sample hundred = new Sample(
            IntStream.rangeClosed(1, 100).map(i -> 101 - i).asDoubleStream().toArray());

    @ParameterizedTest
    @CsvSource({"50, 50", "99, 99", "99.5, 100", "100, 100", "1, 1", "0.1, 1"})
    void takesPercentilesByNearestRank(double percent, double value) {
        assertThat(hundred.percentile(percent)).isEqualTo(value);
    }

    @Test
    void takesTheMeanOfTheTwoInTheMiddleAsMedian() {
        assertThat(new Sample(4, 1, 3, 100).median()).isEqualTo(3.5);
        assertThat(new Sample(9, 1, 5).median()).isEqualTo(5);
    }

    @Test
    void isNotChangedThroughTheValuesItWasMadeOf() {
        var values = new double[] {3, 1, 2};
        var sample = new Sample(values);

        values[0] = 50;

        assertThat(sample.max()).isEqualTo(3);
        assertThat(sample.min()).isEqualTo(1);
    }

    @Test
    void refusesToBeEmptyAndPercentilesOutsideTheHundred() {
        assertThatThrownBy(Sample::new).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> hundred.percentile(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> hundred.percentile(101)).isInstanceOf(IllegalArgumentException.class);
    }
}
