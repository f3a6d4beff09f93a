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
    void forgetsWhatTheServerHasFlushedSinceTheLastLook() {
        unflushed.add(List.of(one), FIRST);
        assertThat(unflushed.look(new Server(FIRST, 500, 100))).isEmpty();
        unflushed.add(List.of(two), FIRST);

        assertThat(unflushed.look(new Server(FIRST, 900, 499))).isEmpty();
        assertThat(unflushed.size()).isEqualTo(2);
        assertThat(unflushed.look(new Server(FIRST, 900, 900))).isEmpty();
        assertThat(unflushed.size()).isZero();
    }

    @Test
    void givesBackWhatARunOfTheServerTookThatIsOver() {
        unflushed.add(List.of(one), FIRST);
        unflushed.look(new Server(FIRST, 500, 100));
        unflushed.add(List.of(two), SECOND);

        assertThat(unflushed.look(new Server(SECOND, 700, 700))).containsExactly(one);
        assertThat(unflushed.size()).isEqualTo(1);
        assertThat(unflushed.look(new Server(SECOND, 700, 700))).isEmpty();
        assertThat(unflushed.size()).isZero();
    }

    @Test
    void givesBackWhatWasTakenBeforeTheFirstLook() {
        unflushed.add(List.of(one, two), FIRST);

        assertThat(unflushed.look(new Server(SECOND, 700, 700))).containsExactly(one, two);
        assertThat(unflushed.size()).isZero();
    }

    @Test
    void givesBackAgainWhatNoRunOfTheServerTook() {
        unflushed.add(List.of(one), FIRST);
        var lost = unflushed.look(new Server(SECOND, 700, 700));

        unflushed.add(lost, Instant.MIN);

        assertThat(unflushed.look(new Server(SECOND, 700, 700))).containsExactly(one);
    }

    private static MadeList list() {
        var ranking = new ShownRanking(
                UUID.randomUUID(), null, ShownRanking.Kind.FEED, null, "m", "default", FIRST, 0, List.of());
        return new MadeList(ranking, null, List.of());
    }
}
