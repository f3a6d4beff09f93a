package org.articlerecommender.ingestion;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.articlerecommender.catalog.ArticleId;
import org.articlerecommender.platform.StoreUnavailable;

/** The rows of {@code ingestion.announcement}. */
@Singleton
class AnnouncementTable {

    private static final String KEEP = """
            insert into ingestion.announcement (day, category, article, kind, version) values (?, ?, ?, ?, ?)
            on conflict (day, category, article) do update set kind = excluded.kind, version = excluded.version
            """;

    private static final String ARRIVED = """
            select article from ingestion.announcement where day = ? and category = ? and kind in ('new', 'cross')
            """;

    private final DataSource dataSource;

    AnnouncementTable(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    void keep(String category, LocalDate day, List<FeedItem> items) {
        try (var connection = dataSource.getConnection();
                var batch = connection.prepareStatement(KEEP)) {
            for (var item : items) {
                batch.setObject(1, day);
                batch.setString(2, category);
                batch.setString(3, item.sighting().id().value());
                batch.setString(4, item.kind().label());
                batch.setInt(5, item.sighting().version());
                batch.addBatch();
            }
            batch.executeBatch();
        } catch (SQLException e) {
            throw new StoreUnavailable("keeping what was announced", e);
        }
    }

    /** The papers that were announced as new in the category on the day; none when its feed was not read that day. */
    Set<ArticleId> arrived(String category, LocalDate day) {
        try (var connection = dataSource.getConnection();
                var query = connection.prepareStatement(ARRIVED)) {
            query.setObject(1, day);
            query.setString(2, category);
            try (var rows = query.executeQuery()) {
                var ids = new TreeSet<ArticleId>();
                while (rows.next()) {
                    ids.add(new ArticleId(rows.getString(1)));
                }
                return ids;
            }
        } catch (SQLException e) {
            throw new StoreUnavailable("reading what was announced", e);
        }
    }
}
