package org.articlerecommender.platform;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A machine's clock, moved by what it is found to differ from that of the store which all instances share. */
final class StoreClock extends Clock {

    // less than this says nothing: machines differ by some of it, and asking takes some
    private static final Duration NOISE = Duration.ofSeconds(2);

    private final Clock machine;
    private final ZoneId zone;
    private volatile Duration behind = Duration.ZERO;

    StoreClock(Clock machine) {
        this(machine, ZoneOffset.UTC);
    }

    private StoreClock(Clock machine, ZoneId zone) {
        this.machine = machine;
        this.zone = zone;
    }

    /** The time of the machine itself. */
    Instant ofMachine() {
        return machine.instant();
    }

    /** How far the machine is behind the store, negative when it is ahead; zero where that says nothing. */
    Duration behind() {
        return behind;
    }

    /**
     * Goes on by the store's time.
     *
     * @param store what the store's clock said
     * @param machine what the machine's said at the same moment
     * @return whether that changes anything
     */
    boolean set(Instant store, Instant machine) {
        var found = Duration.between(machine, store);
        var next = found.abs().compareTo(NOISE) < 0 ? Duration.ZERO : found;
        boolean changed = next.minus(behind).abs().compareTo(NOISE) >= 0;
        if (changed) {
            behind = next;
        }
        return changed;
    }

    @Override
    public Instant instant() {
        var moved = behind;
        return moved.isZero() ? machine.instant() : machine.instant().plus(moved);
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId another) {
        var copy = new StoreClock(machine, another);
        copy.behind = behind;
        return copy;
    }
}
