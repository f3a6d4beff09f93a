package org.articlerecommender.events;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.articlerecommender.platform.StoreUnavailable;

/** Every list that was ever shown, with what it was ordered by, and which of its lines a reader saw. */
@ApplicationScoped
public class Rankings {

    private final RankingTable table;
    private final MadeListTable lists;
    private final ServedSample served;
    private final EventLog log;

    Rankings(RankingTable table, MadeListTable lists, ServedSample served, EventLog log) {
        this.table = table;
        this.lists = lists;
        this.served = served;
        this.log = log;
    }

    /** Keeps a list that tried nothing. */
    public void save(ShownRanking ranking) {
        save(new MadeList(ranking, null, List.of()));
    }

    /** Keeps the list with all of its lines and what it tried; the same list again changes nothing. */
    public void save(MadeList list) {
        try {
            lists.insert(list);
        } catch (SQLException e) {
            throw new StoreUnavailable("recording a list", e);
        }
    }

    public Optional<ShownRanking> find(UUID id) {
        try {
            return table.find(id);
        } catch (SQLException e) {
            throw new StoreUnavailable("reading a list", e);
        }
    }

    /** Those of the ids that are ids of lists that were shown. */
    Set<UUID> existing(Set<UUID> ids) {
        try {
            return ids.isEmpty() ? Set.of() : table.existing(ids);
        } catch (SQLException e) {
            throw new StoreUnavailable("looking up lists", e);
        }
    }

    /**
     * Records that the lines from {@code first} to {@code last} (positions, from 1, both included) were rendered for the
     * list's reader. Rendering the same lines again records nothing.
     *
     * @param at when they were rendered
     */
    public void rendered(ShownRanking ranking, int first, int last, Instant at) {
        if (ranking.reader() == null) {
            return;
        }
        var events = new ArrayList<Event>();
        var listType = ranking.kind() == ShownRanking.Kind.SEARCH ? EventType.SEARCH : EventType.RECOMMENDATIONS;
        events.add(event(ranking, listType, null, 0, at));
        ranking.items().stream()
                .filter(item -> item.position() >= first && item.position() <= last)
                .forEach(item -> events.add(event(ranking, EventType.IMPRESS, item, item.position(), at)));
        log.record(events);
    }

    /**
     * The lines that were rendered in lists made from {@code from} up to but without {@code to}, with what readers did to
     * them, in the order of the lists' times and of the lines' positions.
     */
    public List<LabelledItem> labelled(Instant from, Instant to) {
        try {
            return table.labelled(from, to);
        } catch (SQLException e) {
            throw new StoreUnavailable("reading labelled lists", e);
        }
    }

    /**
     * Lines with features of lists made for readers from {@code from} up to but without {@code to}, rendered or not, drawn at
     * random.
     *
     * @param most how many; fewer when there are not so many
     */
    public List<ServedLine> served(Instant from, Instant to, int most) {
        try {
            return served.draw(from, to, most);
        } catch (SQLException e) {
            throw new StoreUnavailable("reading served lists", e);
        }
    }

    // the id follows from the line, so that a reload of the page does not count twice
    private static Event event(ShownRanking ranking, EventType type, ShownRanking.Item item, int position, Instant at) {
        var name = "%s %s %d".formatted(ranking.id(), type.label(), position);
        return new Event(
                UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)),
                ranking.reader(),
                type,
                item == null ? null : item.article(),
                ranking.id(),
                ranking.query(),
                at);
    }
}
