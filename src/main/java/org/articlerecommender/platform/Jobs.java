package org.articlerecommender.platform;

import io.quarkus.arc.All;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.context.ManagedExecutor;

/**
 * All background work: what jobs there are, how their last runs ended, and the one way to start one.
 *
 * <p>However a job is started, it leaves exactly one {@link JobRun}, and no second run of it goes on at the same time,
 * here or on another replica.
 */
@ApplicationScoped
public class Jobs {

    /**
     * A job as the operator sees it.
     *
     * @param cron when it runs, as configured; null for only by hand
     * @param times the same in words, in UTC
     * @param last null when it never ran
     */
    public record Listed(String name, String purpose, String cron, String times, JobRun last) {}

    private static final int STOP_PATIENCE_MS = 5000;
    private static final int STOP_STEP_MS = 50;

    private final Map<String, Job> jobs = new LinkedHashMap<>();
    private final Map<UUID, RunRecorder> running = new ConcurrentHashMap<>();
    private final JobLock lock;
    private final JobRunTable table;
    private final JobsConfig config;
    private final Clock clock;
    private final ManagedExecutor executor;
    private final Set<Thread> working = ConcurrentHashMap.newKeySet();
    private volatile boolean stopping;

    Jobs(
            @All List<Job> jobs,
            JobLock lock,
            JobRunTable table,
            JobsConfig config,
            Clock clock,
            ManagedExecutor executor) {
        jobs.stream().sorted(Comparator.comparing(Job::name)).forEach(job -> this.jobs.put(job.name(), job));
        this.lock = lock;
        this.table = table;
        this.config = config;
        this.clock = clock;
        this.executor = executor;
    }

    /** The names of all jobs, in alphabetical order. */
    public List<String> names() {
        return List.copyOf(jobs.keySet());
    }

    /** Every job with its schedule and its newest run. */
    public List<Listed> all() {
        forgetEnded();
        var last = new HashMap<String, JobRun>();
        table.lastOfEach().forEach(run -> last.put(run.job(), live(run)));
        return jobs.values().stream()
                .map(job -> listed(job, last.get(job.name())))
                .toList();
    }

    private Listed listed(Job job, JobRun last) {
        var cron = config.cron().getOrDefault(job.name(), "off");
        return cron.equals("off")
                ? new Listed(job.name(), job.purpose(), null, null, last)
                : new Listed(job.name(), job.purpose(), cron, Timetable.of(cron), last);
    }

    /**
     * The newest runs, of one job or, with null, of all.
     *
     * @throws Problem if there is no job of that name
     */
    public List<JobRun> runs(String job, int limit) {
        if (job != null && !jobs.containsKey(job)) {
            throw noSuch(job);
        }
        forgetEnded();
        return table.newest(job, limit).stream().map(this::live).toList();
    }

    /** A run with its progress of this moment. */
    public Optional<JobRun> run(UUID id) {
        var here = running.get(id);
        return here != null ? Optional.of(here.run()) : table.find(id);
    }

    /**
     * Starts a job in the background.
     *
     * @return its run, or empty when the job is running already
     * @throws Problem if there is no job of that name
     */
    public Optional<JobRun> start(String name, JobRun.Trigger trigger) {
        var begun = begin(name, trigger);
        begun.ifPresent(one -> executor.execute(one::finish));
        return begun.map(one -> one.recorder.run());
    }

    /**
     * Runs a job on the calling thread.
     *
     * @return how it ended, or empty when the job was running already
     * @throws Problem if there is no job of that name
     */
    public Optional<JobRun> runNow(String name, JobRun.Trigger trigger) {
        return begin(name, trigger).map(Begun::finish);
    }

    /** Ends what runs, so that nothing works on after its stores are gone; the next run of a job goes on from there. */
    void onStop(@Observes ShutdownEvent stop) throws InterruptedException {
        stopping = true;
        working.forEach(Thread::interrupt);
        for (int waited = 0; !working.isEmpty() && waited < STOP_PATIENCE_MS; waited += STOP_STEP_MS) {
            Thread.sleep(STOP_STEP_MS);
        }
    }

    private Optional<Begun> begin(String name, JobRun.Trigger trigger) {
        var job = jobs.get(name);
        if (job == null) {
            throw noSuch(name);
        }
        return lock.tryTake(name).map(held -> {
            try {
                forgetEnded();
                var now = clock.instant();
                table.loseRunning(name, now);
                var run =
                        new JobRun(UUID.randomUUID(), name, trigger, JobRun.State.RUNNING, now, null, 0, 0, "Starting");
                table.save(run);
                var recorder = new RunRecorder(table, clock, run);
                running.put(run.id(), recorder);
                return new Begun(job, recorder, held);
            } catch (RuntimeException e) {
                held.close();
                throw e;
            }
        });
    }

    // One that ended while PostgreSQL was away is kept until its end is recorded
    private void forgetEnded() {
        running.values().removeIf(RunRecorder::isOver);
    }

    private Problem noSuch(String name) {
        return Problem.notFound(
                "There is no job \"%s\"; the jobs are %s.".formatted(name, String.join(", ", jobs.keySet())));
    }

    private JobRun live(JobRun run) {
        var here = running.get(run.id());
        return here == null ? run : here.run();
    }

    private class Begun {

        private final Job job;
        private final RunRecorder recorder;
        private final JobLock.Held held;

        Begun(Job job, RunRecorder recorder, JobLock.Held held) {
            this.job = job;
            this.recorder = recorder;
            this.held = held;
        }

        JobRun finish() {
            Log.infof("%s: started (%s)", job.name(), recorder.run().trigger());
            working.add(Thread.currentThread());
            try {
                var outcome = job.run(recorder);
                var state = outcome.warning() ? JobRun.State.WARNING : JobRun.State.DONE;
                Log.infof("%s: %s", job.name(), outcome.sentence());
                return recorder.end(state, outcome.sentence());
            } catch (Exception | LinkageError e) {
                if (stopping) {
                    // an interrupted thread gets no connection, and the last word needs one
                    Thread.interrupted();
                    return recorder.end(JobRun.State.LOST, "The application was stopped; the next run goes on.");
                }
                var reason = e.getMessage() == null ? e.toString() : e.getMessage();
                Log.errorf(e, "%s failed: %s", job.name(), reason);
                return recorder.end(JobRun.State.FAILED, reason);
            } finally {
                working.remove(Thread.currentThread());
                held.close();
                forgetEnded();
            }
        }
    }
}
