package org.articlerecommender.recommend;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.articlerecommender.catalog.Article;
import org.articlerecommender.catalog.ArticleId;
import org.articlerecommender.catalog.Invented;
import org.articlerecommender.events.Event;
import org.articlerecommender.events.EventLog;
import org.articlerecommender.events.EventType;
import org.articlerecommender.events.ReaderId;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ReaderHistoriesTest {

    private final ReaderHistories histories;
    private final EventLog log;
    private final Clock clock;
    private final ReaderId reader = new ReaderId("reader of " + UUID.randomUUID());
    private final Article bread = Invented.ofToday("9902.10001", "Bread that rises by itself", "cs.CY");
    private final Article stars = Invented.ofToday("9902.10002", "Stars that do not", "astro-ph.GA");
    private final Candidates candidates;

    ReaderHistoriesTest(ReaderHistories histories, EventLog log, Clock clock) {
        this.histories = histories;
        this.log = log;
        this.clock = clock;
        this.candidates = Candidates.of(1, bread.announced(), false, List.of(bread, stars));
    }

    @Test
    void seesWhatIsDoneAfterTheHistoryWasRead() {
        assertThat(gone()).isEmpty();

        act(EventType.HIDE, bread.id(), clock.instant());
        assertThat(gone()).containsExactly(bread.id());

        act(EventType.UNHIDE, bread.id(), clock.instant());
        assertThat(gone()).isEmpty();
    }

    @Test
    void countsShowingsFromBeforeAndAfterItWasRead() {
        var now = clock.instant();
        for (int i = 0; i < 5; i++) {
            act(EventType.IMPRESS, stars.id(), now.minus(Duration.ofHours(9 - i)));
        }
        assertThat(gone()).isEmpty();

        act(EventType.IMPRESS, stars.id(), now);
        assertThat(gone()).containsExactly(stars.id());
    }

    @Test
    void keepsTheOrderOfWhatIsToldLate() {
        var now = clock.instant();
        act(EventType.UNHIDE, bread.id(), now);
        assertThat(gone()).isEmpty();

        act(EventType.HIDE, bread.id(), now.minus(Duration.ofHours(1)));

        assertThat(gone()).isEmpty();
    }

    @Test
    void knowsOfOtherCandidatesWhatTheReaderDidToThem() {
        var others = Candidates.of(2, bread.announced(), false, List.of(bread));
        act(EventType.DISLIKE, stars.id(), clock.instant());
        act(EventType.DISLIKE, bread.id(), clock.instant());

        assertThat(histories.gone(reader, others)).containsExactly(bread.id());
        assertThat(gone()).containsExactlyInAnyOrder(bread.id(), stars.id());
    }

    private Set<ArticleId> gone() {
        return histories.gone(reader, candidates);
    }

    private void act(EventType type, ArticleId article, Instant at) {
        log.record(List.of(new Event(UUID.randomUUID(), reader, type, article, null, null, at)));
    }
}
