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

    private static final int APPLICATION_SECONDS = 20;
    private static final int SERVER_SECONDS = 30;

    private final List<String> command;

    private StopAtExit(List<String> command) {
        super("stop " + command.get(0));
        this.command = command;
    }

    static void register(List<String> command) {
        Application.currentApplication();
        Runtime.getRuntime().addShutdownHook(new StopAtExit(command));
    }

    @Override
    public void run() {
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
