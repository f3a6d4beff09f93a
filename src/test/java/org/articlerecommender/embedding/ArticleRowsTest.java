package org.articlerecommender.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.articlerecommender.catalog.ArticleId;
import org.articlerecommender.embedding.ArticleRows.Row;
import org.junit.jupiter.api.Test;

class ArticleRowsTest {

    private static final ArticleId EAST = new ArticleId("2501.00001");
    private static final ArticleId ALSO_EAST = new ArticleId("2501.00002");
    private static final ArticleId NORTH_EAST = new ArticleId("2501.00003");
    private static final ArticleId NORTH = new ArticleId("2501.00004");
    private static final float[] QUERY = {1, 0};

    private final ArticleRows rows = new ArticleRows("fake");

    ArticleRowsTest() {
        rows.put(List.of(
                row(NORTH, 10, 0, 1), row(ALSO_EAST, 20, 1, 0), row(EAST, 10, 1, 0), row(NORTH_EAST, 30, 0.6f, 0.8f)));
    }

    @Test
    void putsTheNearestFirstAndEquallyNearOnesById() {
        assertThat(nearest(4, Long.MIN_VALUE, Long.MAX_VALUE)).containsExactly(EAST, ALSO_EAST, NORTH_EAST, NORTH);
        assertThat(nearest(1, Long.MIN_VALUE, Long.MAX_VALUE)).containsExactly(EAST);
        assertThat(nearest(0, Long.MIN_VALUE, Long.MAX_VALUE)).isEmpty();
    }

    @Test
    void findsOnlyWhatWasAnnouncedOnTheseDays() {
        assertThat(nearest(9, 20, 30)).containsExactly(ALSO_EAST, NORTH_EAST);
        assertThat(nearest(9, 11, 19)).isEmpty();
        assertThat(nearest(9, Long.MIN_VALUE, 10)).containsExactly(EAST, NORTH);
    }

    @Test
    void findsOnlyWhatIsWanted() {
        assertThat(rows.nearest(QUERY, 1, Long.MIN_VALUE, Long.MAX_VALUE, id -> id.equals(NORTH)))
                .containsExactly(new Neighbour(NORTH, 0));
    }

    @Test
    void followsAChangedVectorAndARemovedArticle() {
        rows.put(List.of(row(NORTH, 10, 1, 0)));
        rows.keepOnly(Set.of(NORTH, NORTH_EAST));

        assertThat(nearest(9, Long.MIN_VALUE, Long.MAX_VALUE)).containsExactly(NORTH, NORTH_EAST);
        assertThat(rows.size()).isEqualTo(2);
        assertThat(rows.get(EAST)).isNull();
    }

    @Test
    void findsWhatLookingAtEachWouldFind() {
        var random = new Random(7);
        var all = new ArrayList<Row>();
        for (int i = 0; i < 500; i++) {
            var vector = new float[13];
            for (int j = 0; j < vector.length; j++) {
                vector[j] = (float) random.nextGaussian();
            }
            all.add(new Row(new ArticleId("2502.%05d".formatted(i)), TextHash.of("" + i), i % 9, vector));
        }
        var large = new ArticleRows("fake");
        large.put(all);
        var query = all.get(77).vector();

        var found = large.nearest(query, 25, 2, 5, id -> true);

        assertThat(found)
                .extracting(Neighbour::article)
                .containsExactlyElementsOf(all.stream()
                        .filter(row -> row.day() >= 2 && row.day() <= 5)
                        .sorted(Comparator.comparingDouble((Row row) -> -DotProduct.of(query, row.vector())))
                        .limit(25)
                        .map(Row::article)
                        .toList());
    }

    @Test
    void seesNothingInCommonBetweenVectorsOfDifferentModels() {
        assertThat(DotProduct.of(new float[] {1, 0, 0}, QUERY)).isZero();
    }

    private List<ArticleId> nearest(int count, long first, long last) {
        return rows.nearest(QUERY, count, first, last, id -> true).stream()
                .map(Neighbour::article)
                .toList();
    }

    private static Row row(ArticleId id, long day, float... vector) {
        return new Row(id, TextHash.of(id.value()), day, vector);
    }
}
