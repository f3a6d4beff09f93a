package org.articlerecommender.features;

import java.util.List;

/**
 * What applying the files would change.
 *
 * @param id stands for the plan: another one means that files or registry have changed since
 * @param applied the revision that holds now, null before the first
 * @param proposed the revision of the files
 * @param safe whether it only adds: then it is applied at start without asking
 */
public record DefinitionPlan(String id, String applied, String proposed, boolean safe, List<DefinitionChange> changes) {

    public DefinitionPlan {
        changes = List.copyOf(changes);
    }

    static DefinitionPlan of(String applied, String proposed, List<DefinitionChange> changes) {
        return new DefinitionPlan(
                DefinitionFile.hash(applied + proposed + changes),
                applied,
                proposed,
                changes.stream().allMatch(DefinitionChange::safe),
                changes);
    }
}
