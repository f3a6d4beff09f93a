package org.articlerecommender.ingestion;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class CatchUpTest {

    private final CatchUp catchUp;
    private final DataSource dataSource;

    CatchUpTest(CatchUp catchUp, DataSource dataSource) {
        this.catchUp = catchUp;
        this.dataSource = dataSource;
    }

    @BeforeEach
    @AfterEach
    void forget() throws SQLException {
        execute("delete from platform.job_run where job = 'embed'");
    }

    @ParameterizedTest
    @CsvSource({"RUNNING,true", "LOST,true", "FAILED,true", "DONE,false", "WARNING,false"})
    void embedsAgainWhatACrashOrAFailureCutOff(String last, boolean again) throws SQLException {
        execute("""
                insert into platform.job_run (id, job, trigger, state, started_at, done, total, sentence)
                values (gen_random_uuid(), 'embed', 'SCHEDULE', '%s', now(), 0, 0, 'Embedding')
                """.formatted(last));

        assertThat(catchUp.wasCutOff("embed")).isEqualTo(again);
    }

    private void execute(String sql) throws SQLException {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
