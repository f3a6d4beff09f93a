package org.articlerecommender.ingestion;

import java.util.Optional;
import java.util.Set;

/** How categories are called as sets of the OAI-PMH service: {@code cs:cs:IR}, {@code physics:hep-th}. */
final class OaiSet {

    private static final Set<String> GROUPS = Set.of("cs", "math", "stat", "eess", "econ", "q-bio", "q-fin");

    private OaiSet() {}

    /** The set of a category, or of an archive written like {@code cs.*}. */
    static String of(String category) {
        int dot = category.indexOf('.');
        var archive = dot < 0 ? category : category.substring(0, dot);
        var subject = dot < 0 ? "" : category.substring(dot + 1);
        if (GROUPS.contains(archive)) {
            return subject.isEmpty() || subject.equals("*") ? archive : archive + ":" + archive + ":" + subject;
        }
        return subject.isEmpty() || subject.equals("*") ? "physics:" + archive : "physics:" + archive + ":" + subject;
    }

    /** The category that a set is of; empty for a set of many. */
    static Optional<String> category(String set) {
        var parts = set.split(":");
        if (parts.length == 3) {
            return Optional.of(parts[1].equals(parts[2]) ? parts[1] : parts[1] + "." + parts[2]);
        }
        return parts.length == 2 && parts[0].equals("physics") ? Optional.of(parts[1]) : Optional.empty();
    }
}
