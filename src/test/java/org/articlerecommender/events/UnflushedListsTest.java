package org.articlerecommender.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.articlerecommender.events.UnflushedLists.Server;
import org.junit.jupiter.api.Test;

class UnflushedListsTest {

    private static final Instant FIRST = Instant.parse("2031-05-01T08:00:00Z");
    private static final Instant SECOND = FIRST.plusSeconds(60);

    private final UnflushedLists unflushed = new UnflushedLists();
    private final MadeList one = list();
    private final MadeList two = list();

    @Test
    void forgetsWhatTheServerHasFlushedAsFarAsItReachedAtALook() {
        unflushed.add(List.of(one), FIRST);
        assertThat(look(FIRST, 500, 100)).isEmpty();
        unflushed.add(List.of(two), FIRST);

        assertThat(look(FIRST, 900, 499)).isEmpty();
        assertThat(unflushed.size()).isEqualTo(2);
        assertThat(look(FIRST, 1200, 500)).isEmpty();
        assertThat(unflushed.size()).isEqualTo(1);
        assertThat(look(FIRST, 1200, 900)).isEmpty();
        assertThat(unflushed.size()).isZero();
    }

    @Test
    void keepsAListThatCameWhileTheServerWasLookedAt() {
        unflushed.add(List.of(one), FIRST);
        long before = unflushed.last();
        unflushed.add(List.of(two), FIRST);

        unflushed.look(new Server(FIRST, 500, 500), before);

        assertThat(unflushed.size()).isEqualTo(1);
        assertThat(look(SECOND, 10, 10)).containsExactly(two);
    }

    @Test
    void givesBackWhatARunOfTheServerTookThatIsOver() {
        unflushed.add(List.of(one), FIRST);
        look(FIRST, 500, 100);
        unflushed.add(List.of(two), SECOND);

        assertThat(look(SECOND, 700, 600)).containsExactly(one);
        assertThat(unflushed.size()).isEqualTo(1);
        assertThat(look(SECOND, 700, 700)).isEmpty();
        assertThat(unflushed.size()).isZero();
    }

    @Test
    void takesWhereTheLogOfOneRunEndedForNoOther() {
        unflushed.add(List.of(one), FIRST);
        look(FIRST, 500, 100);
        look(SECOND, 900, 400);
        unflushed.add(List.of(two), SECOND);

        assertThat(look(SECOND, 950, 600)).isEmpty();
        assertThat(unflushed.size()).isEqualTo(1);
    }

    @Test
    void givesBackWhatWasTakenBeforeTheFirstLook() {
        unflushed.add(List.of(one, two), FIRST);

        assertThat(look(SECOND, 700, 700)).containsExactly(one, two);
        assertThat(unflushed.size()).isZero();
    }

    @Test
    void givesBackAgainWhatNoRunOfTheServerTook() {
        unflushed.add(List.of(one), FIRST);
        var lost = look(SECOND, 700, 700);

        unflushed.add(lost, Instant.MIN);

        assertThat(look(SECOND, 700, 700)).containsExactly(one);
    }

    private List<MadeList> look(Instant server, long inserted, long flushed) {
        return unflushed.look(new Server(server, inserted, flushed), unflushed.last());
    }

    private static MadeList list() {
        var ranking = new ShownRanking(
                UUID.randomUUID(), null, ShownRanking.Kind.FEED, null, "m", "default", FIRST, 0, List.of());
        return new MadeList(ranking, null, List.of());
    }
}
