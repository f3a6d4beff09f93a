package org.articlerecommender.recommend;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.articlerecommender.catalog.Catalog;
import org.articlerecommender.catalog.Invented;
import org.articlerecommender.events.ReaderId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RehearsalTest {

    @Inject
    Recommendations recommendations;

    @Inject
    Catalog catalog;

    @Inject
    DataSource dataSource;

    private final ReaderId reader = new ReaderId("rehearsing-" + UUID.randomUUID());

    @BeforeEach
    void articles() {
        catalog.save(List.of(Invented.ofToday("9901.30001", "Tides in narrow harbours", "cs.CY")));
    }

    @Test
    void leavesNoRecordOfAListThatNobodyIsShown() throws SQLException {
        recommendations.rehearse(reader, 5);
        assertThat(recorded()).isZero();

        recommendations.of(reader, 5);
        assertThat(recorded()).isEqualTo(1);
    }

    private int recorded() throws SQLException {
        try (var connection = dataSource.getConnection();
                var query = connection.prepareStatement("select count(*) from events.ranking where reader = ?")) {
            query.setString(1, reader.value());
            try (var row = query.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }
}
