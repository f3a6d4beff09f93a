package org.articlerecommender.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Runs programs that want to be an ordinary user, as PostgreSQL does, also when the application is root or, as in some
 * containers, a number without a name.
 *
 * <p>The first choice is a user namespace in which the user has another number: files stay their own. Where the system
 * refuses that, root's program runs as the user nobody, who then owns the files given.
 */
final class OwnUser {

    private static final int NOBODY = 65534;
    private static final List<String> NAMESPACE =
            List.of("unshare", "--user", "--map-user=" + NOBODY, "--map-group=" + NOBODY);
    private static final List<String> SWITCH =
            List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups");

    private OwnUser() {}

    /**
     * The words to put in front of a command.
     *
     * @param owned what the program writes; its owner is changed where that is needed
     */
    static List<String> prefix(Path owned) throws IOException {
        boolean root = name().equals("root") || name().equals("0");
        if (!root && !name().matches("\\d+")) {
            return List.of();
        }
        if (!root && works(NAMESPACE, "true")) {
            return NAMESPACE;
        }
        if (!root) {
            throw new CannotStart(
                    "PostgreSQL needs a user with a name, and %s has none in /etc/passwd. Start as another user, or set"
                            + " QUARKUS_DATASOURCE_JDBC_URL to a PostgreSQL of your own.",
                    name());
        }
        if (works(NAMESPACE, "true")) {
            give(owned, 0);
            return NAMESPACE;
        }
        if (works(SWITCH, "true")) {
            give(owned, NOBODY);
            if (!works(SWITCH, "test", "-w", owned.toString())) {
                throw new CannotStart(
                        "PostgreSQL does not run as root, and the user nobody cannot reach %s. Set DATA_DIR to a directory"
                                + " that everybody can reach, like /var/lib/article-recommender, or start as another user.",
                        owned);
            }
            return SWITCH;
        }
        throw new CannotStart("PostgreSQL does not run as root, and neither unshare nor setpriv works here. Start as"
                + " another user, or set QUARKUS_DATASOURCE_JDBC_URL to a PostgreSQL of your own.");
    }

    /** The user's name, or the number of one without a name. */
    static String name() throws IOException {
        return Files.getOwner(Path.of("/proc/self")).getName();
    }

    private static boolean works(List<String> prefix, String... test) {
        var command = new ArrayList<>(prefix);
        command.addAll(List.of(test));
        try {
            var process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static void give(Path tree, int owner) throws IOException {
        if (Files.getAttribute(tree, "unix:uid", LinkOption.NOFOLLOW_LINKS).equals(owner)) {
            return;
        }
        try (var paths = Files.walk(tree)) {
            // the top last: as long as it is not given away, a walk cut off half-way is done again
            var all = new ArrayList<>(paths.toList());
            Collections.reverse(all);
            for (var path : all) {
                Files.setAttribute(path, "unix:uid", owner, LinkOption.NOFOLLOW_LINKS);
                Files.setAttribute(path, "unix:gid", owner, LinkOption.NOFOLLOW_LINKS);
            }
        }
    }
}
