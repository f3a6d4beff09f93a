package org.articlerecommender.ingestion;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import org.articlerecommender.platform.StoreUnavailable;

/** How many requests went to arXiv each hour, from all replicas, and how it answered. */
@ApplicationScoped
public class RequestLog {

    /**
     * The requests of one hour to one of arXiv's services.
     *
     * @param limited answered with 429, too many requests
     * @param busy answered with 503, come back later
     * @param failed answered otherwise, not in full, or not at all
     */
    public record Hour(Instant hour, String service, int answered, int limited, int busy, int failed) {

        @JsonProperty("requests")
        public int requests() {
            return answered + limited + busy + failed;
        }
    }

    static final int NO_ANSWER = 0;

    private static final String NOTE = """
            insert into ingestion.request_hour as known (hour, service, answered, limited, busy, failed)
            values (date_trunc('hour', clock_timestamp()), ?, ?, ?, ?, ?)
            on conflict (hour, service) do update
            set answered = known.answered + excluded.answered, limited = known.limited + excluded.limited,
                busy = known.busy + excluded.busy, failed = known.failed + excluded.failed
            """;

    private static final String SINCE = """
            select hour, service, answered, limited, busy, failed from ingestion.request_hour
            where hour >= ? order by hour desc, service
            """;

    private final DataSource dataSource;

    RequestLog(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Counts a request; without PostgreSQL it goes uncounted rather than unanswered. */
    void note(ArxivClient.Service service, int status) {
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(NOTE)) {
            boolean answered = status == 200 || status == 400;
            statement.setString(1, service.name().toLowerCase(Locale.ROOT));
            statement.setInt(2, answered ? 1 : 0);
            statement.setInt(3, status == 429 ? 1 : 0);
            statement.setInt(4, status == 503 ? 1 : 0);
            statement.setInt(5, answered || status == 429 || status == 503 ? 0 : 1);
            statement.executeUpdate();
        } catch (SQLException e) {
            Log.debugf("A request to arXiv was not counted: %s", e.getMessage());
        }
    }

    /** The hours since the moment in which something was asked, newest first. */
    public List<Hour> since(Instant moment) {
        try (var connection = dataSource.getConnection();
                var query = connection.prepareStatement(SINCE)) {
            query.setObject(1, moment.atOffset(ZoneOffset.UTC));
            try (var rows = query.executeQuery()) {
                var hours = new ArrayList<Hour>();
                while (rows.next()) {
                    hours.add(new Hour(
                            rows.getObject("hour", OffsetDateTime.class).toInstant(),
                            rows.getString("service"),
                            rows.getInt("answered"),
                            rows.getInt("limited"),
                            rows.getInt("busy"),
                            rows.getInt("failed")));
                }
                return hours;
            }
        } catch (SQLException e) {
            throw new StoreUnavailable("reading what arXiv was asked", e);
        }
    }
}
