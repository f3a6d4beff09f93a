package org.articlerecommender.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.articlerecommender.Eventually;
import org.junit.jupiter.api.Test;

class GroupCommitTest {

    private final List<List<String>> groups = new ArrayList<>();
    private final CountDownLatch first = new CountDownLatch(1);

    @Test
    void writesAtOnceForACallerThatIsAlone() throws SQLException {
        var commit = new GroupCommit<String>(groups::add);

        commit.write("one");
        commit.write("two");

        assertThat(groups).containsExactly(List.of("one"), List.of("two"));
    }

    @Test
    void writesTogetherWhatCameWhileAnotherWrote() throws Exception {
        writeBehindTheFirst("two", "three");

        assertThat(groups).hasSize(2);
        assertThat(groups.get(1)).containsExactlyInAnyOrder("two", "three");
    }

    @Test
    void itemsAreWrittenThoughOneOfTheirGroupCannotBe() {
        assertThatThrownBy(() -> writeBehindTheFirst("two", "22021", "three"))
                .isInstanceOf(ExecutionException.class)
                .hasRootCauseMessage("cannot write 22021");

        assertThat(groups).containsExactlyInAnyOrder(List.of("first"), List.of("two"), List.of("three"));
    }

    @Test
    void nobodyWaitsForEverWhenWritingEndsInAnError() {
        var commit = new GroupCommit<String>(group -> {
            throw new StackOverflowError();
        });

        assertThatThrownBy(() -> commit.write("one")).hasCauseInstanceOf(StackOverflowError.class);
    }

    @Test
    void allOfAGroupFailAtOnceWhenTheStoreIsAway() {
        assertThatThrownBy(() -> writeBehindTheFirst("two", "08006", "three")).isInstanceOf(ExecutionException.class);

        assertThat(groups).containsExactly(List.of("first"));
    }

    /** All are waiting when the first is written. Items that are SQL states fail with them. */
    private void writeBehindTheFirst(String... items) throws Exception {
        var waiting = new ArrayList<Thread>();
        var commit = new GroupCommit<String>(group -> {
            awaitFirst();
            for (var item : group) {
                if (Character.isDigit(item.charAt(0))) {
                    throw new SQLException("cannot write " + item, item);
                }
            }
            groups.add(group);
        });
        var pool = Executors.newCachedThreadPool(work -> {
            var thread = new Thread(work);
            waiting.add(thread);
            return thread;
        });
        var writes = new ArrayList<Future<?>>();
        writes.add(pool.submit(() -> write(commit, "first")));
        Eventually.holds("the first writes", Duration.ofSeconds(10), () -> isWaiting(waiting.get(0)));
        for (var item : items) {
            writes.add(pool.submit(() -> write(commit, item)));
        }
        Eventually.holds(
                "the others wait",
                Duration.ofSeconds(10),
                () -> waiting.stream().allMatch(GroupCommitTest::isWaiting));
        first.countDown();
        pool.shutdown();
        for (var write : writes) {
            write.get();
        }
    }

    private static boolean isWaiting(Thread thread) {
        return thread.getState() == Thread.State.WAITING;
    }

    private static Void write(GroupCommit<String> commit, String item) throws SQLException {
        commit.write(item);
        return null;
    }

    private void awaitFirst() {
        try {
            first.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
