package org.articlerecommender.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimetableTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 15 3 * * ? | 03:15",
                "0 30 1,2,11 * * ? | 01:30, 02:30, 11:30",
                "0 5 * * * ? | every hour at :05",
                "0 15 3 ? * MON | 0 15 3 ? * MON",
                "0 */5 * * * ? | 0 */5 * * * ?",
            })
    void saysWhenAJobRuns(String cron, String words) {
        assertThat(Timetable.of(cron)).isEqualTo(words);
    }
}
