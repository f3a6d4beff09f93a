package org.articlerecommender.training;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.articlerecommender.features.FeatureVectors;

/**
 * Rows in the order of their lists' times; the rows of one list stand together.
 *
 * @param names the features, in the order of each row's values
 */
record TrainingSet(List<String> names, List<TrainingRow> rows) {

    TrainingSet {
        names = List.copyOf(names);
        rows = List.copyOf(rows);
    }

    /** The lists, oldest first. */
    List<List<TrainingRow>> lists() {
        var lists = new LinkedHashMap<UUID, List<TrainingRow>>();
        rows.forEach(row ->
                lists.computeIfAbsent(row.ranking(), id -> new ArrayList<>()).add(row));
        return List.copyOf(lists.values());
    }

    long positives() {
        return rows.stream().filter(TrainingRow::positive).count();
    }

    long negatives() {
        return rows.size() - positives();
    }

    long readers() {
        return rows.stream().map(TrainingRow::reader).distinct().count();
    }

    /** The lists in which a reader opened something and passed something over; only they tell one order from another. */
    long tellingLists() {
        return lists().stream().filter(TrainingSet::tells).count();
    }

    static boolean tells(List<TrainingRow> list) {
        return list.stream().anyMatch(TrainingRow::positive) && !list.stream().allMatch(TrainingRow::positive);
    }

    /**
     * The earlier lists to learn from and the later ones to measure on.
     *
     * @param holdOut the share of the lists that is later
     */
    Split split(double holdOut) {
        var lists = lists();
        int at = (int) Math.round(lists.size() * (1 - holdOut));
        return new Split(of(lists.subList(0, at)), of(lists.subList(at, lists.size())));
    }

    record Split(TrainingSet earlier, TrainingSet later) {}

    /** The lists that were made later than this. */
    TrainingSet after(Instant moment) {
        return new TrainingSet(
                names, rows.stream().filter(row -> row.at().isAfter(moment)).toList());
    }

    /** The values of one list. */
    FeatureVectors values(List<TrainingRow> list) {
        return new FeatureVectors(names, list.stream().map(TrainingRow::values).toArray(double[][]::new), null);
    }

    private TrainingSet of(List<List<TrainingRow>> lists) {
        return new TrainingSet(names, lists.stream().flatMap(List::stream).toList());
    }
}
