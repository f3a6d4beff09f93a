package org.articlerecommender.platform;

import io.smallrye.config.ConfigMapping;
import java.util.Map;

/** When jobs run by themselves, under {@code jobs.*}. */
@ConfigMapping(prefix = "jobs")
public interface JobsConfig {

    /** A cron expression in UTC for each job's name; {@code off} or absence means only by hand. */
    Map<String, String> cron();
}
