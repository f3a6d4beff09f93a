package org.articlerecommender.recommend;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.articlerecommender.catalog.ArticleId;
import org.articlerecommender.events.Event;
import org.articlerecommender.events.EventType;
import org.articlerecommender.events.EventsRecorded;
import org.articlerecommender.events.ReaderId;
import org.articlerecommender.events.ShownRanking;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StoredListsTest {

    private static final ReaderId ADA = new ReaderId("ada");
    private static final LocalDate TODAY = LocalDate.of(2025, 3, 10);
    private static final Candidates CANDIDATES = Candidates.of(1, TODAY, false, List.of());

    private final StoredLists lists = new StoredLists(Duration.ofHours(1));
    private int made;

    @Test
    void theSameListIsGivenAgain() {
        assertThat(find(wish(ADA, 10))).isSameAs(find(wish(ADA, 10)));
        assertThat(made).isEqualTo(1);
    }

    @Test
    void anotherReaderAndAnotherLengthAreOtherLists() {
        find(wish(ADA, 10));
        find(wish(ADA, 20));
        find(wish(new ReaderId("bob"), 10));
        find(wish(null, 10));

        assertThat(made).isEqualTo(4);
    }

    @Test
    void newCandidatesAnotherModelAndAnotherDayMakeAnotherList() {
        find(wish(ADA, 10));
        find(wish(Candidates.of(2, TODAY, false, List.of()), "fallback null", TODAY));
        find(wish(CANDIDATES, "other null", TODAY));
        find(wish(CANDIDATES, "other null", TODAY.plusDays(1)));

        assertThat(made).isEqualTo(4);
    }

    @ParameterizedTest
    @EnumSource
    void whatTheReaderDoesMakesAnotherListAndBeingShownOneDoesNot(EventType type) {
        find(wish(ADA, 10));
        act(type);
        find(wish(ADA, 10));

        boolean shown = type == EventType.IMPRESS || type == EventType.RECOMMENDATIONS;
        assertThat(made).isEqualTo(shown ? 1 : 2);
    }

    @Test
    void aListIsNotKeptWhoseReaderActedWhileItWasMade() {
        lists.find(wish(ADA, 10), () -> {
            act(EventType.HIDE);
            return list(true);
        });
        find(wish(ADA, 10));

        assertThat(made).isEqualTo(2);
    }

    @Test
    void aListForWhichSomethingWasMissingIsMadeAnew() {
        lists.find(wish(ADA, 10), () -> list(false));
        find(wish(ADA, 10));

        assertThat(made).isEqualTo(2);
    }

    @Test
    void everyListIsNewWhenNoneIsKept() {
        var none = new StoredLists(Duration.ZERO);
        Supplier<StoredLists.Made> make = () -> list(true);

        assertThat(none.find(wish(ADA, 10), make)).isNotSameAs(none.find(wish(ADA, 10), make));
    }

    private Recommended find(StoredLists.Wish wish) {
        return lists.find(wish, () -> list(true));
    }

    private StoredLists.Made list(boolean sound) {
        made++;
        var shown = new ShownRanking(
                UUID.randomUUID(),
                ADA,
                ShownRanking.Kind.API,
                null,
                "fallback",
                "default",
                Instant.EPOCH,
                0,
                List.of());
        return new StoredLists.Made(new Recommended(shown, List.of(), null), sound);
    }

    private void act(EventType type) {
        var article = type.aboutArticle() ? new ArticleId("2503.00001") : null;
        var query = type == EventType.SEARCH ? "bread" : null;
        lists.onEvents(new EventsRecorded(
                List.of(new Event(UUID.randomUUID(), ADA, type, article, null, query, Instant.EPOCH))));
    }

    private static StoredLists.Wish wish(ReaderId reader, int length) {
        return new StoredLists.Wish(reader, length, ShownRanking.Kind.API, CANDIDATES, "fallback null", TODAY);
    }

    private static StoredLists.Wish wish(Candidates candidates, String models, LocalDate day) {
        return new StoredLists.Wish(ADA, 10, ShownRanking.Kind.API, candidates, models, day);
    }
}
