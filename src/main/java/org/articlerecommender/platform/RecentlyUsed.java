package org.articlerecommender.platform;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A map that forgets what nobody asked for the longest when there are more than so many. Like any {@link LinkedHashMap} it
 * is not for several threads at once, not even for reading.
 */
public final class RecentlyUsed<K, V> extends LinkedHashMap<K, V> {

    private static final long serialVersionUID = 1L;

    private final int most;

    public RecentlyUsed(int most) {
        super(16, 0.75f, true);
        this.most = most;
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
        return size() > most;
    }
}
