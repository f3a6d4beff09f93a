package org.articlerecommender.events;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Lists that PostgreSQL has, but perhaps not on the disk yet: a list waits for no flush, which takes longer than making it.
 * Should the server end before the flush, they are written again; so they are lost only when this process ends at
 * the same moment. A list that anything was recorded of is always on the disk, because the log is flushed in order.
 */
final class UnflushedLists {

    /** So many make a list wait for the flush. */
    static final int MOST = 5_000;

    /**
     * What a server says of itself.
     *
     * @param started tells one run of the server from the next
     * @param inserted how far its log reaches, in bytes
     * @param flushed how far its log is on the disk, in bytes
     */
    record Server(Instant started, long inserted, long flushed) {}

    private record Written(long number, MadeList list, Instant server) {}

    /** Where the log ended when lists up to this number were in it. */
    private record Mark(long number, long position) {}

    private final Deque<Written> written = new ArrayDeque<>();
    private final Deque<Mark> marks = new ArrayDeque<>();
    private Instant run = Instant.MIN;
    private long last;

    /** Takes note of lists that this run of the server has taken. */
    synchronized void add(List<MadeList> lists, Instant server) {
        lists.forEach(list -> written.addLast(new Written(++last, list, server)));
    }

    synchronized int size() {
        return written.size();
    }

    /** The number of the list that was added last, to be asked for before the server is looked at. */
    synchronized long last() {
        return last;
    }

    /**
     * Forgets what is on the disk by now, and gives back what another run of the server took: that is to be written again.
     *
     * @param upTo the number of a list that was in the log before the server was looked at
     */
    synchronized List<MadeList> look(Server now, long upTo) {
        if (!now.started().equals(run)) {
            run = now.started();
            marks.clear();
        }
        var lost = new ArrayList<MadeList>();
        written.removeIf(one -> !one.server().equals(run) && lost.add(one.list()));
        marks.addLast(new Mark(upTo, now.inserted()));
        while (!marks.isEmpty() && marks.getFirst().position() <= now.flushed()) {
            forget(marks.removeFirst().number());
        }
        return lost;
    }

    private void forget(long upTo) {
        while (!written.isEmpty() && written.getFirst().number() <= upTo) {
            written.removeFirst();
        }
    }
}
