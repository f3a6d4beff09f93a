package org.articlerecommender.platform;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasKey;

import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.file.Path;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
class EmbeddedStoresTest {

    private final DataSource dataSource;
    private final RedisDataSource redis;
    private final Path directory;

    EmbeddedStoresTest(
            DataSource dataSource, RedisDataSource redis, @ConfigProperty(name = "data.dir") Path directory) {
        this.dataSource = dataSource;
        this.redis = redis;
        this.directory = directory;
    }

    @Test
    void l4_servesArticlesFromAnEmptyDatabase() {
        given().get("/api/v1/articles?category=no.SUCH").then().statusCode(200).body("$", hasKey("items"));
    }

    @Test
    void keepsAValueInRedis() {
        redis.value(String.class).set("embedded-stores-test", "kept");

        assertThat(redis.value(String.class).get("embedded-stores-test")).isEqualTo("kept");
    }

    @Test
    void keepsItsDataInADirectoryOfThisProcess() throws SQLException {
        try (var connection = dataSource.getConnection();
                var rows = connection.createStatement().executeQuery("show data_directory")) {
            rows.next();

            assertThat(Path.of(rows.getString(1)))
                    .isEqualTo(directory.toAbsolutePath().resolve("postgres/data"))
                    .asString()
                    .contains(Long.toString(ProcessHandle.current().pid()));
        }
    }
}
