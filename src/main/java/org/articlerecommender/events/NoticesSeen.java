package org.articlerecommender.events;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.articlerecommender.catalog.ArticleId;
import org.articlerecommender.platform.StoreUnavailable;

/** Which notices of new versions readers have put away. */
@ApplicationScoped
public class NoticesSeen {

    private static final String PUT_AWAY = """
            insert into events.notice_seen as known (reader, article, version) values (?, ?, ?)
            on conflict (reader, article) do update
            set version = greatest(known.version, excluded.version), at = now()
            """;

    private final DataSource dataSource;

    NoticesSeen(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** For each article of which the reader has put a notice away, the version it was about. */
    public Map<ArticleId, Integer> of(ReaderId reader) {
        try (var connection = dataSource.getConnection();
                var query = connection.prepareStatement(
                        "select article, version from events.notice_seen where reader = ?")) {
            query.setString(1, reader.value());
            try (var rows = query.executeQuery()) {
                var seen = new HashMap<ArticleId, Integer>();
                while (rows.next()) {
                    seen.put(new ArticleId(rows.getString(1)), rows.getInt(2));
                }
                return seen;
            }
        } catch (SQLException e) {
            throw new StoreUnavailable("reading which notices were put away", e);
        }
    }

    /** The reader does not want to be told of this version, or an earlier one, again. */
    public void putAway(ReaderId reader, ArticleId article, int version) {
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(PUT_AWAY)) {
            statement.setString(1, reader.value());
            statement.setString(2, article.value());
            statement.setInt(3, version);
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new StoreUnavailable("putting a notice away", e);
        }
    }
}
