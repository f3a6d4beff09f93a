package org.articlerecommender.catalog;

import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * What a module keeps of the articles of the list that requests choose from now, found by place: a thousand lookups by id
 * for each request wait for memory longer than a thousand articles take to score. It may be used by several threads, and
 * only speeds up what the module can find otherwise.
 *
 * @param <V> what is kept of one
 */
public final class PlaceMemory<V> {

    private record Held<V>(List<ArticleId> longlist, Object state, AtomicReferenceArray<V> values) {}

    /** What is kept of the articles of one list, by their index in that list. */
    public interface Places<V> {

        /** Null when nothing is kept. */
        V get(int index);

        void put(int index, V value);
    }

    private volatile Held<V> held = new Held<>(List.of(), null, new AtomicReferenceArray<>(0));

    /**
     * What is kept of these articles. Of those that are not a {@link Shortlist} that is nothing.
     *
     * @param state what the values depend on beside the article; with another one, all that was kept is forgotten
     */
    public Places<V> of(List<ArticleId> articles, Object state) {
        if (!(articles instanceof Shortlist shortlist)) {
            return new Nowhere<>();
        }
        var now = held;
        if (now.longlist != shortlist.longlist() || !state.equals(now.state)) {
            now = new Held<>(
                    shortlist.longlist(),
                    state,
                    new AtomicReferenceArray<>(shortlist.longlist().size()));
            held = now;
        }
        return new OfShortlist<>(shortlist, now.values);
    }

    private record OfShortlist<V>(Shortlist shortlist, AtomicReferenceArray<V> values) implements Places<V> {

        @Override
        public V get(int index) {
            return values.getAcquire(shortlist.place(index));
        }

        @Override
        public void put(int index, V value) {
            values.setRelease(shortlist.place(index), value);
        }
    }

    private record Nowhere<V>() implements Places<V> {

        @Override
        public V get(int index) {
            return null;
        }

        @Override
        public void put(int index, V value) {
            // found otherwise the next time too
        }
    }
}
