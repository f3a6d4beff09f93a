package org.articlerecommender.events;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.articlerecommender.platform.StoreUnavailable;

/** What readers did. Append-only: an event is recorded once, however often it is sent, and never changed. */
@ApplicationScoped
public class EventLog {

    private static final String LIVE = "live";

    private final EventTable table;
    private final jakarta.enterprise.event.Event<EventsRecorded> recorded;

    EventLog(EventTable table, jakarta.enterprise.event.Event<EventsRecorded> recorded) {
        this.table = table;
        this.recorded = recorded;
    }

    /**
     * Records all of the events or, on an error, none, then tells {@link EventsRecorded} about those that are new.
     *
     * @return how many were not recorded before
     */
    public int record(List<Event> events) {
        return record(events, LIVE);
    }

    /** Like {@link #record(List)}, for events that come from elsewhere, such as an imported log. */
    int record(List<Event> events, String source) {
        var once = new LinkedHashMap<UUID, Event>();
        events.forEach(event -> once.putIfAbsent(event.id(), event));
        if (once.isEmpty()) {
            return 0;
        }
        try {
            var fresh = table.insert(List.copyOf(once.values()), source);
            if (!fresh.isEmpty()) {
                recorded.fire(new EventsRecorded(once.values().stream()
                        .filter(event -> fresh.contains(event.id()))
                        .toList()));
            }
            return fresh.size();
        } catch (SQLException e) {
            throw new StoreUnavailable("recording %d events".formatted(once.size()), e);
        }
    }

    /** The newest events of a reader of the given types, newest first. */
    public List<Event> of(ReaderId reader, Collection<EventType> types, Instant since, int most) {
        try {
            return table.of(reader, types, since, most);
        } catch (SQLException e) {
            throw new StoreUnavailable("reading the events of a reader", e);
        }
    }

    /** Everything done from {@code from} up to but without {@code to}, oldest first. */
    public List<Event> between(Instant from, Instant to) {
        try {
            return table.between(from, to);
        } catch (SQLException e) {
            throw new StoreUnavailable("reading events", e);
        }
    }

    /** The events that were recorded last, of all readers, newest first. */
    public List<Event> newest(int most) {
        try {
            return table.newest(most);
        } catch (SQLException e) {
            throw new StoreUnavailable("reading the newest events", e);
        }
    }

    /** How many events of each type there are; types without any are absent. */
    public Map<EventType, Long> counts() {
        try {
            return table.counts();
        } catch (SQLException e) {
            throw new StoreUnavailable("counting events", e);
        }
    }

    /** How many readers have done anything. */
    public long readers() {
        try {
            return table.readers();
        } catch (SQLException e) {
            throw new StoreUnavailable("counting readers", e);
        }
    }
}
