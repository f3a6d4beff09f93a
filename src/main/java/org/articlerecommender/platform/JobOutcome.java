package org.articlerecommender.platform;

/** How a job ended: whether somebody should look at it, and one true sentence on what it did. */
public record JobOutcome(boolean warning, String sentence) {

    public static JobOutcome done(String sentence, Object... parts) {
        return new JobOutcome(false, sentence.formatted(parts));
    }

    /** The job did what it could, and something was left over that the next run or a person must see to. */
    public static JobOutcome warned(String sentence, Object... parts) {
        return new JobOutcome(true, sentence.formatted(parts));
    }
}
