package org.articlerecommender.web;

import io.quarkus.arc.Unremovable;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.List;
import org.articlerecommender.ingestion.RequestLog;
import org.articlerecommender.ledger.Ledger;
import org.articlerecommender.ledger.LedgerDay;
import org.articlerecommender.platform.StoreUnavailable;

/** The ledger as the operator's page shows it; not shown at all while it cannot be read. */
@Named("ledgerBoard")
@RequestScoped
@Unremovable
public class LedgerBoard {

    private static final int HOURS = 24;
    private static final long HOUR = 3600;

    private final Ledger ledger;
    private Ledger.Summary summary;
    private List<LedgerDay> days = List.of();
    private List<RequestLog.Hour> hours = List.of();

    LedgerBoard(Ledger ledger) {
        this.ledger = ledger;
    }

    /** Whether the ledger could be read. */
    public boolean known() {
        try {
            summary = ledger.summary();
            days = ledger.window();
            hours = ledger.requests(HOURS);
            return true;
        } catch (StoreUnavailable e) {
            return false;
        }
    }

    public Ledger.Summary summary() {
        return summary;
    }

    public List<LedgerDay> days() {
        return days;
    }

    public List<RequestLog.Hour> hours() {
        return hours;
    }

    /** How long after the announcement all of a day was here, in words. */
    public String lag(LedgerDay day) {
        if (day.lagSeconds() == null) {
            return "not complete";
        }
        long hours = day.lagSeconds() / HOUR;
        return hours < 48 ? hours + " h" : hours / 24 + " days";
    }
}
