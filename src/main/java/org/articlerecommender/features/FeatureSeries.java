package org.articlerecommender.features;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.sql.DataSource;
import org.articlerecommender.platform.StoreUnavailable;

/** How the value of a feature of one reader or article went. */
@Singleton
public class FeatureSeries {

    /** A value and the moment it is of. */
    public record Point(Instant at, double value) {}

    private final DataSource dataSource;

    FeatureSeries(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * The newest values, oldest first; of one moment the one written last.
     *
     * @throws IllegalArgumentException if the feature is not a number of a stored view
     */
    public List<Point> of(FeatureView view, String feature, EntityKeys of, int most) {
        int place = view.indexOf(feature);
        if (place < 0 || !view.stored() || !view.features().get(place).dtype().number()) {
            throw new IllegalArgumentException("%s of %s has no series of numbers".formatted(feature, view.name()));
        }
        var key = of.of(view.entity());
        if (key == null) {
            throw new IllegalArgumentException(
                    "%s needs %s".formatted(view.name(), view.entity().joinKeys()));
        }
        var keys = view.keys();
        var sql = """
                select distinct on (event_timestamp) event_timestamp, %1$s::float8 from %2$s
                where (%3$s) = (%4$s) and %1$s is not null
                order by event_timestamp desc, created_timestamp desc limit ?
                """.formatted(view.features().get(place).column(), view.table(), keys.list(), keys.marks());
        try (var connection = dataSource.getConnection();
                var query = connection.prepareStatement(sql)) {
            keys.bind(query, 1, key);
            query.setInt(1 + keys.count(), most);
            try (var rows = query.executeQuery()) {
                var points = new ArrayList<Point>();
                while (rows.next()) {
                    points.add(new Point(rows.getObject(1, OffsetDateTime.class).toInstant(), rows.getDouble(2)));
                }
                Collections.reverse(points);
                return points;
            }
        } catch (SQLException e) {
            throw new StoreUnavailable("reading the history of " + view.name(), e);
        }
    }
}
