package org.articlerecommender.ledger;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.articlerecommender.ingestion.RequestLog;
import org.articlerecommender.platform.OperatorOnly;
import org.articlerecommender.platform.Problem;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/ledger")
@OperatorOnly
@Tag(name = "Ledger", description = "For the operator")
class LedgerResource {

    private static final int MOST_HOURS = 24 * 31;
    private static final int DAYS = 31;
    private static final int FIRST_YEAR = 1991;
    private static final int LAST_YEAR = 9999;

    private final Ledger ledger;
    private final Clock clock;

    LedgerResource(Ledger ledger, Clock clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    record Days(Ledger.Summary summary, List<LedgerDay> items) {}

    record Hours(List<RequestLog.Hour> items) {}

    @GET
    @Operation(summary = "What arXiv announced against what is stored and embedded, a row a category and day")
    public Days days(
            @QueryParam("category") String category, @QueryParam("from") String from, @QueryParam("to") String to) {
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        var last = day("to", to, today);
        var first = day("from", from, last.minusDays(DAYS));
        if (first.isAfter(last)) {
            throw Problem.badRequest("from", "must not be after to");
        }
        return new Days(
                ledger.summary(),
                ledger.between(category == null || category.isBlank() ? null : category.strip(), first, last));
    }

    @GET
    @Path("/requests")
    @Operation(summary = "The requests to arXiv hour by hour, and how they were answered")
    public Hours requests(@QueryParam("hours") @DefaultValue("24") int hours) {
        if (hours < 1 || hours > MOST_HOURS) {
            throw Problem.badRequest("hours", "must be from 1 to %d".formatted(MOST_HOURS));
        }
        return new Hours(ledger.requests(hours));
    }

    private static LocalDate day(String field, String value, LocalDate otherwise) {
        if (value == null || value.isBlank()) {
            return otherwise;
        }
        try {
            var day = LocalDate.parse(value.strip());
            if (day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR) {
                return day;
            }
        } catch (DateTimeParseException e) {
            // refused below, as a day that no article can have
        }
        throw Problem.badRequest(field, "expected a day like 2025-07-01");
    }
}
