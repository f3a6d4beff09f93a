package org.articlerecommender.events;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

/** Stores lists with all that belongs to them. */
@Singleton
class MadeListTable {

    private final DataSource dataSource;
    private final GroupCommit<MadeList> group = new GroupCommit<>(this::insertAll);

    MadeListTable(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Stores the list, its lines and what it tried, or nothing; what is there already stays as it is. */
    void insert(MadeList list) throws SQLException {
        group.write(list);
    }

    private void insertAll(List<MadeList> lists) throws SQLException {
        try (var connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try {
                RankingTable.insert(
                        connection, lists.stream().map(MadeList::ranking).toList());
                ExperimentTable.insert(connection, lists);
                connection.commit();
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        }
    }
}
