package org.articlerecommender.platform;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;

/**
 * Identifiers that are greater the later they were made, to the millisecond: UUID version 7 (RFC 9562, section 5.7). Rows go to
 * the end of their index by them; by random ones they go all over it, and PostgreSQL logs a page for nearly each.
 */
public final class TimeOrderedId {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final long VERSION = 0x7000;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private TimeOrderedId() {}

    /** An identifier of something of this moment, equal to no other. */
    public static UUID at(Instant moment) {
        return new UUID(
                moment.toEpochMilli() << 16 | VERSION | RANDOM.nextInt(1 << 12), VARIANT | RANDOM.nextLong() >>> 2);
    }
}
