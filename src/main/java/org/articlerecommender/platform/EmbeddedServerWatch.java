package org.articlerecommender.platform;

import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Starts an embedded server again, at the same address, when it dies while the application runs.
 *
 * <p>With no embedded server the data directory is kept to one application all the same, if it can be written.
 */
@ApplicationScoped
class EmbeddedServerWatch {

    private static final int LOOK_MILLIS = 1000;

    private final EmbeddedSettings settings;
    private volatile Thread thread;

    EmbeddedServerWatch(
            @ConfigProperty(name = "data.dir") Path directory,
            @ConfigProperty(name = "embedded.cache-dir") Path cache,
            @ConfigProperty(name = "embedded.throw-away") boolean throwAway,
            @ConfigProperty(name = "quarkus.http.port") String port) {
        this.settings = new EmbeddedSettings(directory, cache, throwAway, port);
    }

    void onStart(@Observes StartupEvent event) {
        try {
            InstanceLock.take(settings);
        } catch (IOException e) {
            Log.infof("The data directory %s cannot be written, and is not locked", settings.directory());
        }
        var servers = EmbeddedServers.running(settings);
        if (!servers.isEmpty()) {
            thread = new Thread(() -> watch(servers), "embedded servers");
            thread.setDaemon(true);
            thread.start();
        }
    }

    void onStop(@Observes ShutdownEvent event) throws InterruptedException {
        var watching = thread;
        thread = null;
        if (watching != null) {
            watching.interrupt();
            watching.join();
        }
    }

    private void watch(List<EmbeddedServer> servers) {
        try {
            while (thread != null) {
                Thread.sleep(LOOK_MILLIS);
                for (var server : servers) {
                    if (thread != null) {
                        look(server);
                    }
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    // A server that was stopped at the end of the process would outlive it
    static void look(EmbeddedServer server) {
        if (server.listens() || StopAtExit.begun()) {
            return;
        }
        Log.warnf("%s has died; starting it again", server.name());
        try {
            server.restart();
        } catch (RuntimeException e) {
            Log.errorf("%s; trying again", e.getMessage());
        }
    }
}
