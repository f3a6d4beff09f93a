package org.articlerecommender.platform;

import io.quarkus.runtime.Application;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Stops a server when the process ends, after the application has closed its connections.
 *
 * <p>Uses no class that is not loaded by then: in tests and dev mode the loader of this class is closed before it runs.
 */
final class StopAtExit extends Thread {

    // a property is the one thing that all loaders of this class share
    private static final String BEGUN = "embedded.stopping";
    private static final int APPLICATION_SECONDS = 20;
    private static final int SERVER_SECONDS = 30;

    private final List<String> command;

    private StopAtExit(List<String> command) {
        super("stop " + command.get(0));
        this.command = command;
    }

    static void register(List<String> command) {
        Application.currentApplication();
        var stop = new StopAtExit(command);
        try {
            Runtime.getRuntime().addShutdownHook(stop);
        } catch (IllegalStateException e) {
            // the process was told to end while the server started
            stop.run();
        }
    }

    /** Whether the process is ending and its servers are being stopped. */
    static boolean begun() {
        return Boolean.getBoolean(BEGUN);
    }

    @Override
    public void run() {
        System.setProperty(BEGUN, "true");
        try {
            long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(APPLICATION_SECONDS);
            while (Application.currentApplication() != null && System.nanoTime() < deadline) {
                Thread.sleep(20);
            }
            var process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            process.waitFor(SERVER_SECONDS, TimeUnit.SECONDS);
        } catch (IOException e) {
            System.err.println("Could not stop an embedded server: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
