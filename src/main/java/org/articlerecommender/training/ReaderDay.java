package org.articlerecommender.training;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.articlerecommender.events.ReaderId;

/** One reader on one day, whose lists are much alike however often a page is loaded. */
record ReaderDay(ReaderId reader, LocalDate day) {

    static ReaderDay of(ReaderId reader, Instant at) {
        return new ReaderDay(reader, LocalDate.ofInstant(at, ZoneOffset.UTC));
    }
}
