package org.articlerecommender.features;

import java.util.AbstractList;
import java.util.List;
import java.util.function.Function;

/** One part of each of some readings, in their order; a view that copies nothing. */
final class ReadingColumn<T> extends AbstractList<T> {

    private final List<FeatureReading> readings;
    private final Function<FeatureReading, T> part;

    ReadingColumn(List<FeatureReading> readings, Function<FeatureReading, T> part) {
        this.readings = readings;
        this.part = part;
    }

    @Override
    public T get(int index) {
        return part.apply(readings.get(index));
    }

    @Override
    public int size() {
        return readings.size();
    }
}
