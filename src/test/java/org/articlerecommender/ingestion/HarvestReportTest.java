package org.articlerecommender.ingestion;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class HarvestReportTest {

    private static final Slice SUBMITTED = new Slice(LocalDate.of(2026, 4, 10), null);
    private static final Slice REPLACED = new Slice(LocalDate.of(2026, 4, 9), LocalDate.of(2026, 3, 30));

    private final HarvestReport report = new HarvestReport(List.of("cs.LG", "cs.IR"));

    @Test
    void saysWhatWasRead() {
        report.addChanged(10);
        report.add(SUBMITTED, new SliceReader.Tally(1234, 300, 1234, 0));

        var outcome = report.outcome(null);

        assertThat(outcome.warning()).isFalse();
        assertThat(outcome.sentence()).isEqualTo("1,234 articles read over 2 categories: 310 new or changed.");
    }

    @Test
    void warnsAndNamesTheDayWhenArticlesAreMissing() {
        report.add(SUBMITTED, new SliceReader.Tally(228, 0, 240, 0));
        report.add(REPLACED, new SliceReader.Tally(4, 4, 5, 1));

        var outcome = report.outcome(null);

        assertThat(outcome.warning()).isTrue();
        assertThat(outcome.sentence())
                .contains("submissions of 2026-04-10 12 short of the 240 arXiv counts")
                .contains("new versions of 2026-04-09 with 1 entries that lack an id, a title or a date");
    }

    @Test
    void saysWhyItStoppedEarly() {
        report.add(SUBMITTED, new SliceReader.Tally(1, 1, 1, 0));

        var outcome = report.outcome("arXiv answered 503");

        assertThat(outcome.warning()).isTrue();
        assertThat(outcome.sentence())
                .isEqualTo("1 article read over 2 categories: 1 new or changed; stopped early: arXiv answered 503.");
    }

    @Test
    void namesAFewGapsAndCountsTheRest() {
        for (int i = 0; i < 5; i++) {
            report.addFailed(SUBMITTED, "arXiv answered 503");
        }

        assertThat(report.outcome(null).sentence()).endsWith("; and 2 more incomplete parts.");
    }

    @Test
    void countsPartsThatAnUnfinishedRunHadRead() {
        report.addResumed();

        assertThat(report.outcome(null).sentence()).contains("1 part was read by the run before");
        assertThat(report.empty()).isFalse();
    }
}
