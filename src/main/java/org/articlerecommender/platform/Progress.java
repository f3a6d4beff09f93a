package org.articlerecommender.platform;

/** How far a run has come, for the page and the API to show. Safe to call as often as is convenient. */
public interface Progress {

    /** For callers whom nobody watches. */
    Progress SILENT = (done, total, doing) -> {};

    /**
     * @param done steps taken so far
     * @param total steps expected, or 0 while that is not known
     * @param doing what is being done now, in a few words
     */
    void at(long done, long total, String doing);
}
