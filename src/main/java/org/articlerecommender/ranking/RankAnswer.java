package org.articlerecommender.ranking;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * An order of what was asked, best first.
 *
 * @param model what ordered it
 * @param notes what the caller should know of how the answer came about; absent when there is nothing
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record RankAnswer(String model, @JsonInclude List<Result> results, List<String> notes) {

    /**
     * One candidate.
     *
     * @param id as it was given
     * @param reasons why it stands where it stands, computed from what was liked; absent when there is none
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Result(String id, double score, List<Reason> reasons) {}

    /** Something the reader liked that is like the result. */
    record Reason(String liked, double likeness, String text) {}
}
