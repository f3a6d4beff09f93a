package org.articlerecommender.platform;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Singleton;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

@QuarkusTest
class JobsTest {

    private final Jobs jobs;
    private final JobLock lock;
    private final Rehearsal rehearsal;

    JobsTest(Jobs jobs, JobLock lock, Rehearsal rehearsal) {
        this.jobs = jobs;
        this.lock = lock;
        this.rehearsal = rehearsal;
    }

    @Singleton
    static class Rehearsal implements Job {

        volatile CountDownLatch hold = new CountDownLatch(0);
        volatile CountDownLatch going = new CountDownLatch(1);
        volatile RuntimeException failure;

        @Override
        public String name() {
            return "rehearsal";
        }

        @Override
        public String purpose() {
            return "Is run by tests.";
        }

        @Override
        public JobOutcome run(Progress progress) throws InterruptedException {
            progress.at(1, 2, "half way");
            going.countDown();
            hold.await(20, TimeUnit.SECONDS);
            if (failure != null) {
                throw failure;
            }
            return JobOutcome.warned("Did %d of %d.", 1, 2);
        }
    }

    @Test
    void keepsOneRecordOfARunWithItsSentence() {
        rehearsal.failure = null;

        var run = jobs.runNow("rehearsal", JobRun.Trigger.HAND).orElseThrow();

        assertThat(run.state()).isEqualTo(JobRun.State.WARNING);
        assertThat(run.sentence()).isEqualTo("Did 1 of 2.");
        assertThat(run.done()).isEqualTo(1);
        assertThat(jobs.run(run.id())).hasValueSatisfying(kept -> {
            assertThat(kept.sentence()).isEqualTo("Did 1 of 2.");
            assertThat(kept.finishedAt()).isNotNull();
        });
    }

    @Test
    void recordsAFailureInsteadOfThrowingIt() {
        rehearsal.failure = new IllegalStateException("the stage is on fire");

        var run = jobs.runNow("rehearsal", JobRun.Trigger.HAND).orElseThrow();

        assertThat(run.state()).isEqualTo(JobRun.State.FAILED);
        assertThat(run.sentence()).isEqualTo("the stage is on fire");
    }

    @Test
    void showsProgressAndRefusesASecondRunMeanwhile() throws InterruptedException {
        rehearsal.failure = null;
        rehearsal.hold = new CountDownLatch(1);
        rehearsal.going = new CountDownLatch(1);
        try {
            var id = given().post("/api/v1/jobs/rehearsal/run")
                    .then()
                    .statusCode(202)
                    .extract()
                    .path("id")
                    .toString();
            assertThat(rehearsal.going.await(10, TimeUnit.SECONDS)).isTrue();

            given().get("/api/v1/jobs/runs/" + id)
                    .then()
                    .body("state", equalTo("RUNNING"))
                    .body("done", equalTo(1))
                    .body("total", equalTo(2))
                    .body("sentence", equalTo("half way"));
            given().post("/api/v1/jobs/rehearsal/run").then().statusCode(409);
        } finally {
            rehearsal.hold.countDown();
        }
    }

    @Test
    void givesALockToOneAtATime() {
        try (var held = lock.tryTake("another job").orElseThrow()) {
            assertThat(held).isNotNull();
            assertThat(lock.tryTake("another job")).isEmpty();
        }
        assertThat(lock.tryTake("another job")).hasValueSatisfying(JobLock.Held::close);
    }

    @Test
    void b12_listsEveryJobWithItsSchedule() {
        given().get("/api/v1/jobs")
                .then()
                .statusCode(200)
                .body("items.name", hasItem("rehearsal"))
                .body("items.name", hasItem("harvest"))
                .body("items.name", hasItem("aggregate"));
    }

    @Test
    void namesTheJobsThatThereAreWhenAskedForAnother() {
        assertThatThrownBy(() -> jobs.runNow("dance", JobRun.Trigger.HAND)).hasMessageContaining("rehearsal");
        given().post("/api/v1/jobs/dance/run").then().statusCode(404).contentType("application/problem+json");
        given().get("/api/v1/jobs/runs?job=dance").then().statusCode(404).body("detail", containsString("rehearsal"));
        given().get("/api/v1/jobs/runs/nonsense").then().statusCode(400).body("violations[0].field", equalTo("id"));
    }
}
