package org.articlerecommender.platform;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.quarkus.scheduler.Scheduler;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Puts every job on its cron expression; the one place where schedules are made. */
@Singleton
class JobSchedule {

    void onStart(@Observes StartupEvent start, Scheduler scheduler, JobsConfig config, Jobs jobs) {
        jobs.names().forEach(name -> {
            var cron = config.cron().getOrDefault(name, "off");
            if (!cron.equals("off")) {
                scheduler
                        .newJob(name)
                        .setCron(cron)
                        .setTimeZone("UTC")
                        .setConcurrentExecution(ConcurrentExecution.SKIP)
                        .setTask(execution -> jobs.runNow(name, JobRun.Trigger.SCHEDULE))
                        .schedule();
            }
        });
    }
}
