package org.articlerecommender.events;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Lets callers that come at the same time share one transaction, as databases share one flush of their log: whoever is
 * next writes for all that wait. A caller that is alone writes at once.
 */
final class GroupCommit<T> {

    private static final int MOST = 64;

    /** Writes all of these or, on an error, none. */
    @FunctionalInterface
    interface Transaction<T> {
        void write(List<T> items) throws SQLException;
    }

    private static final class Waiting<T> {
        private final T item;
        private boolean done;
        private Exception failure;

        Waiting(T item) {
            this.item = item;
        }
    }

    private final Transaction<T> transaction;
    private final Queue<Waiting<T>> queue = new ConcurrentLinkedQueue<>();
    private final ReentrantLock writing = new ReentrantLock();

    GroupCommit(Transaction<T> transaction) {
        this.transaction = transaction;
    }

    /**
     * Comes back when the item is written.
     *
     * @throws SQLException if it is not; an item that cannot be written spoils no other
     */
    void write(T item) throws SQLException {
        var own = new Waiting<>(item);
        queue.add(own);
        writing.lock();
        try {
            while (!own.done) {
                writeNext();
            }
        } finally {
            writing.unlock();
        }
        if (own.failure instanceof SQLException failure) {
            throw failure;
        } else if (own.failure instanceof RuntimeException failure) {
            throw failure;
        }
    }

    private void writeNext() {
        var group = new ArrayList<Waiting<T>>();
        for (var next = queue.poll(); next != null; next = group.size() < MOST ? queue.poll() : null) {
            group.add(next);
        }
        var failure = tryWriting(group);
        if (failure != null && group.size() > 1 && isOfOneItem(failure)) {
            group.forEach(one -> one.failure = tryWriting(List.of(one)));
        } else {
            group.forEach(one -> one.failure = failure);
        }
        group.forEach(one -> one.done = true);
    }

    private Exception tryWriting(List<Waiting<T>> group) {
        try {
            transaction.write(group.stream().map(one -> one.item).toList());
            return null;
        } catch (SQLException | RuntimeException e) {
            return e;
        } catch (Error e) {
            // those who wait for this one would wait for ever
            return new IllegalStateException("The lists could not be written", e);
        }
    }

    // Classes 22 and 23 of SQL states are about values; with any other each item would fail again, and wait for it
    private static boolean isOfOneItem(Exception failure) {
        return !(failure instanceof SQLException sql)
                || sql.getSQLState() != null && sql.getSQLState().matches("2[23].*");
    }
}
