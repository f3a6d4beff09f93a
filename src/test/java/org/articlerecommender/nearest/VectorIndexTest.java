package org.articlerecommender.nearest;

import static org.articlerecommender.nearest.Invented.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import org.articlerecommender.catalog.ArticleId;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class VectorIndexTest {

    private static final ArticleId EAST = new ArticleId("2501.00001");
    private static final ArticleId NORTH = new ArticleId("2501.00002");
    private static final ArticleId ALSO_EAST = new ArticleId("2502.00001");
    private static final ArticleId NORTH_EAST = new ArticleId("hep-th/9901001");
    private static final float[] QUERY = {1, 0};

    private final VectorIndex index = VectorIndex.inMemory(2);

    VectorIndexTest() throws IOException {
        index.put(List.of(
                row(NORTH.value(), 10, "math.CO", 0, 1),
                row(ALSO_EAST.value(), 20, "cs.IR cs.LG", 1, 0),
                row(EAST.value(), 10, "cs.LG", 1, 0),
                row(NORTH_EAST.value(), 30, "hep-th", 0.6f, 0.8f)));
    }

    @Test
    void putsTheNearestFirstAndEquallyNearOnesById() {
        assertThat(nearest(4, Scope.ALL)).containsExactly(EAST, ALSO_EAST, NORTH_EAST, NORTH);
        assertThat(nearest(1, Scope.ALL)).containsExactly(EAST);
        assertThat(nearest(0, Scope.ALL)).isEmpty();
        assertThat(index.nearest(new float[] {1, 0, 0}, 4, Scope.ALL)).isEmpty();
    }

    @Test
    void roughLikenessIsThatWithTheNearestQueryWhicheverRowsAreAskedFor() throws IOException {
        var many = VectorIndex.inMemory(64);
        var rows = Invented.rows(3000, 64, 4);
        many.put(rows);
        var queries = Invented.rows(2, 64, 5).stream().map(Row::vector).toList();
        var unknown = new ArticleId("9912.99999");
        // all of a block backwards, a few of another, one that is not there
        var asked = new ArrayList<ArticleId>();
        for (int row = 1100; row >= 0; row--) {
            asked.add(rows.get(row).article());
        }
        asked.add(unknown);
        for (int row = 1200; row < 3000; row += 300) {
            asked.add(rows.get(row).article());
        }

        var likeness = many.roughLikeness(queries, asked);

        for (int i = 0; i < likeness.length; i++) {
            var vector = many.vector(asked.get(i));
            double exact = vector == null
                    ? Double.NEGATIVE_INFINITY
                    : Math.max(Floats.dot(queries.get(0), vector), Floats.dot(queries.get(1), vector));
            assertThat((double) likeness[i]).isCloseTo(exact, Offset.offset(0.02));
        }
        assertThat(many.roughLikeness(List.of(new float[3]), List.of(unknown)))
                .containsExactly(Float.NEGATIVE_INFINITY);
    }

    @Test
    void findsOnlyWhatWasAnnouncedOnTheseDays() {
        assertThat(nearest(9, days(20, 30))).containsExactly(ALSO_EAST, NORTH_EAST);
        assertThat(nearest(9, days(11, 19))).isEmpty();
        assertThat(nearest(9, days(Long.MIN_VALUE, 10))).containsExactly(EAST, NORTH);
    }

    @Test
    void findsOnlyWhatHasOneOfTheCategories() {
        assertThat(nearest(9, categories("cs.LG"))).containsExactly(EAST, ALSO_EAST);
        assertThat(nearest(9, categories("cs.IR", "math.CO"))).containsExactly(ALSO_EAST, NORTH);
        assertThat(nearest(9, categories("cs"))).isEmpty();
    }

    @Test
    void findsOnlyWhatIsWanted() {
        assertThat(index.nearest(QUERY, 1, wanted(NORTH::equals))).containsExactly(new Hit(NORTH, 0));
    }

    @Test
    void followsAChangedVectorAChangedDayAndARemovedArticle() throws IOException {
        index.put(List.of(row(NORTH.value(), 10, "math.CO", 1, 0)));
        index.retag(NORTH_EAST, 31, "cs.DL");
        var sweep = index.sweep();
        sweep.keep(NORTH);
        sweep.keep(NORTH_EAST);
        sweep.finish();

        assertThat(nearest(9, Scope.ALL)).containsExactly(NORTH, NORTH_EAST);
        assertThat(nearest(9, days(31, 31))).containsExactly(NORTH_EAST);
        assertThat(nearest(9, categories("cs.DL"))).containsExactly(NORTH_EAST);
        assertThat(index.size()).isEqualTo(2);
        assertThat(index.vector(EAST)).isNull();
        assertThat(index.vector(NORTH)).containsExactly(1, 0);
    }

    @Test
    void keepsInASweepWhatCameMeanwhile() throws IOException {
        var sweep = index.sweep();
        index.put(List.of(row("2503.00001", 40, "cs.IR", 1, 0)));
        sweep.finish();

        assertThat(nearest(9, Scope.ALL)).containsExactly(new ArticleId("2503.00001"));
    }

    @Test
    void knowsTheLastAnnouncedBeforeADay() {
        assertThat(index.before(30, 2)).containsExactly(ALSO_EAST, EAST);
        assertThat(index.before(31, 9)).containsExactly(NORTH_EAST, ALSO_EAST, EAST, NORTH);
        assertThat(index.before(10, 9)).isEmpty();
    }

    @Test
    void listsTheLastOfEachFirstCategory() {
        assertThat(index.before(31, Map.of("cs.LG", 2, "hep-th", 1))).containsExactly(NORTH_EAST, EAST);
        assertThat(index.before(30, Map.of("cs.IR", 1, "math.CO", 1, "hep-th", 1)))
                .containsExactly(ALSO_EAST, NORTH);
        assertThat(index.before(31, Map.of("math.CO", 0, "cs.CY", 5))).isEmpty();
        assertThat(index.before(31, Map.<String, Integer>of())).isEmpty();
    }

    @Test
    void ofACategoryTheLastStandBeforeEarlierOnesAndTheRestIsLeftOut() throws IOException {
        var many = VectorIndex.inMemory(2);
        for (int day = 0; day < 3000; day++) {
            many.put(List.of(row("2501.%05d".formatted(day), day, day % 3 == 0 ? "cs.IR" : "cs.LG cs.IR", 1, 0)));
        }

        assertThat(many.before(2999, Map.of("cs.IR", 2, "cs.LG", 1)))
                .extracting(ArticleId::value)
                .containsExactly("2501.02998", "2501.02997", "2501.02994");
    }

    @Test
    void datesFarOffCostNothingAndKeepTheirPlace() throws IOException {
        var many = VectorIndex.inMemory(2);
        many.put(List.of(
                row("2501.00001", 20_000, "cs.IR", 1, 0),
                row("2501.00002", Integer.MAX_VALUE - 1, "cs.IR", 1, 0),
                row("2501.00003", -700_000, "cs.IR", 1, 0),
                row("2501.00004", -800_000, "cs.IR", 1, 0)));

        assertThat(many.before(20_001, Map.of("cs.IR", 2)))
                .extracting(ArticleId::value)
                .containsExactly("2501.00001", "2501.00003");
    }

    @Test
    void countsFirstCategoriesOfWhatIsHere() {
        assertThat(index.firstCategories(List.of(ALSO_EAST, EAST, NORTH, new ArticleId("9912.99999"))))
                .containsOnly(Map.entry("cs.IR", 1), Map.entry("cs.LG", 1), Map.entry("math.CO", 1));
    }

    @Test
    void findsInInt8WhatLookingAtEachWouldFind() throws IOException {
        var rows = Invented.rows(20_000, 96, 7);
        var large = VectorIndex.inMemory(96);
        large.put(rows);

        for (int i = 0; i < 20; i++) {
            var query = rows.get(i * 777).vector();
            assertThat(ids(large.nearest(query, 25, days(2, 5)))).isEqualTo(exact(rows, query, 25, days(2, 5)));
        }
    }

    @Test
    void findsByBitsNearlyAllThatLookingAtEachWouldFind() throws IOException {
        var rows = Invented.rows(VectorIndex.BIT_ROWS + 5_000, 64, 8);
        var large = VectorIndex.inMemory(64);
        large.put(rows.subList(0, VectorIndex.BIT_ROWS));
        large.put(rows.subList(VectorIndex.BIT_ROWS, rows.size()));
        int found = 0;

        for (int i = 0; i < 20; i++) {
            var query = rows.get(rows.size() - 1 - i * 500).vector();
            var near = new HashSet<>(ids(large.nearest(query, 50, Scope.ALL)));
            assertThat(near).hasSize(50);
            near.retainAll(exact(rows, query, 50, Scope.ALL));
            found += near.size();
        }

        assertThat(found).isGreaterThan(900);
    }

    @Test
    void findsTheFewWantedAmongManyThatAreNot() throws IOException {
        var rows = Invented.rows(VectorIndex.BIT_ROWS, 64, 9);
        var large = VectorIndex.inMemory(64);
        large.put(rows);
        var few = Set.of(rows.get(5).article(), rows.get(70_000).article());

        assertThat(ids(large.nearest(rows.get(1).vector(), 10, wanted(few::contains))))
                .containsExactlyInAnyOrderElementsOf(few);
    }

    @Test
    void isSearchedWhileItGrows() throws IOException {
        var rows = Invented.rows(30_000, 16, 10);
        var growing = VectorIndex.inMemory(16);
        growing.put(rows.subList(0, 1_000));
        var first = rows.get(0);
        var searching = CompletableFuture.supplyAsync(() -> {
            int rounds = 0;
            while (growing.size() < rows.size()) {
                var nearest = growing.nearest(first.vector(), 1, Scope.ALL).get(0);
                assertThat(nearest.article()).isEqualTo(first.article());
                rounds++;
            }
            return rounds;
        });

        for (int from = 1_000; from < rows.size(); from += 100) {
            growing.put(rows.subList(from, from + 100));
            var last = rows.get(from + 99);
            assertThat(growing.vector(last.article())).isEqualTo(last.vector());
        }

        assertThat(searching.join()).isPositive();
    }

    @Test
    void keepsWhatItHasWhenThereIsNoRoomForMore() throws IOException {
        var layout = new Layout(8);
        var memory = Blocks.inMemory(layout);
        var full = new Rows(
                layout,
                new Blocks() {
                    private int given;

                    @Override
                    public Block next() throws IOException {
                        if (++given > 1) {
                            throw new IOException("No space left on device");
                        }
                        return memory.next();
                    }

                    @Override
                    public void keepCentre(float[] centre) {}

                    @Override
                    public void close() {}
                },
                new CategorySets(null));
        var rows = Invented.rows(Layout.ROWS + 1, 8, 11);

        assertThatThrownBy(() -> full.put(rows)).hasMessageContaining("No space left");
        assertThat(full.size()).isEqualTo(Layout.ROWS);
        assertThat(full.rowOf(rows.get(Layout.ROWS - 1).article())).isEqualTo(Layout.ROWS - 1);
        assertThat(full.rowOf(rows.get(Layout.ROWS).article())).isNegative();
    }

    private List<ArticleId> nearest(int count, Scope scope) {
        return ids(index.nearest(QUERY, count, scope));
    }

    private static List<ArticleId> ids(List<Hit> hits) {
        return hits.stream().map(Hit::article).toList();
    }

    private static List<ArticleId> exact(List<Row> rows, float[] query, int count, Scope scope) {
        return rows.stream()
                .filter(row -> row.day() >= scope.firstDay() && row.day() <= scope.lastDay())
                .map(row -> new Hit(row.article(), Floats.dot(query, row.vector())))
                .sorted(Comparator.comparingDouble(Hit::similarity).reversed().thenComparing(Hit::article))
                .limit(count)
                .map(Hit::article)
                .toList();
    }

    private static Scope days(long first, long last) {
        return new Scope(first, last, Set.of(), null);
    }

    private static Scope categories(String... categories) {
        return new Scope(Long.MIN_VALUE, Long.MAX_VALUE, Set.of(categories), null);
    }

    private static Scope wanted(Predicate<ArticleId> wanted) {
        return new Scope(Long.MIN_VALUE, Long.MAX_VALUE, Set.of(), wanted);
    }
}
