package org.articlerecommender.platform;

import io.quarkus.redis.datasource.RedisDataSource;
import io.smallrye.health.api.Wellness;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/**
 * Says at {@code /q/health/well} which of the stores answers. Readiness does not depend on it: pages are served without
 * Redis and, from memory, without PostgreSQL.
 */
@Wellness
class StoresHealth implements HealthCheck {

    private final DataSource dataSource;
    private final RedisDataSource redis;

    StoresHealth(DataSource dataSource, RedisDataSource redis) {
        this.dataSource = dataSource;
        this.redis = redis;
    }

    @Override
    public HealthCheckResponse call() {
        boolean postgres = postgresAnswers();
        boolean cache = redisAnswers();
        return HealthCheckResponse.named("stores")
                .withData("postgresql", postgres ? "answers" : "does not answer")
                .withData("redis", cache ? "answers" : "does not answer")
                .status(postgres && cache)
                .build();
    }

    private boolean postgresAnswers() {
        try (var connection = dataSource.getConnection()) {
            return connection.isValid(2);
        } catch (SQLException e) {
            return false;
        }
    }

    private boolean redisAnswers() {
        try {
            redis.execute("PING");
            return true;
        } catch (RuntimeException e) {
            return false;
        }
    }
}
