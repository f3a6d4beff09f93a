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

    private record Written(MadeList list, Instant server) {}

    private final Deque<Written> written = new ArrayDeque<>();
    private Server before;
    private int writtenBefore;

    /** Takes note of lists that this run of the server has taken. */
    synchronized void add(List<MadeList> lists, Instant server) {
        lists.forEach(list -> written.addLast(new Written(list, server)));
    }

    synchronized int size() {
        return written.size();
    }

    /** Forgets what is on the disk by now, and gives back what another run of the server took: that is to be written again. */
    synchronized List<MadeList> look(Server now) {
        if (before != null && before.started().equals(now.started()) && now.flushed() >= before.inserted()) {
            for (; writtenBefore > 0; writtenBefore--) {
                written.removeFirst();
            }
        }
        var lost = new ArrayList<MadeList>();
        written.removeIf(one -> !one.server().equals(now.started()) && lost.add(one.list()));
        before = now;
        writtenBefore = written.size();
        return lost;
    }
}
