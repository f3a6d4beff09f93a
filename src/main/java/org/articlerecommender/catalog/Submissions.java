package org.articlerecommender.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.articlerecommender.platform.StoreUnavailable;

/** Which articles were first submitted when. */
@ApplicationScoped
public class Submissions {

    // The announcement day has an index; no paper is announced before it is submitted, and few later than in two weeks
    private static final String BETWEEN = """
            select id from catalog.article
            where published >= ? and published < ? and announced >= ? and announced <= ?
              and exists (select 1 from unnest(categories) c where c = ? or c like ? || '.%')
            """;
    private static final int HELD_AT_MOST_DAYS = 31;

    private final DataSource dataSource;

    Submissions(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * The articles of a category, or of an archive like {@code cs.*}, whose first version was submitted from the one
     * moment on and before the other.
     */
    public Set<ArticleId> between(String category, Instant from, Instant to) {
        var named = category.replace(".*", "");
        try (var connection = dataSource.getConnection();
                var query = connection.prepareStatement(BETWEEN)) {
            query.setObject(1, from.atOffset(ZoneOffset.UTC));
            query.setObject(2, to.atOffset(ZoneOffset.UTC));
            query.setObject(3, LocalDate.ofInstant(from, ZoneOffset.UTC).minusDays(1));
            query.setObject(4, LocalDate.ofInstant(to, ZoneOffset.UTC).plusDays(HELD_AT_MOST_DAYS));
            query.setString(5, named);
            query.setString(6, named);
            try (var rows = query.executeQuery()) {
                var ids = new TreeSet<ArticleId>();
                while (rows.next()) {
                    ids.add(new ArticleId(rows.getString(1)));
                }
                return ids;
            }
        } catch (SQLException e) {
            throw new StoreUnavailable("reading what was submitted", e);
        }
    }
}
