package org.articlerecommender.ingestion;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WithdrawalTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "This paper has been withdrawn by the author due to a gap in the lamp.",
                "This paper is incorrect, and has been withdrawn by the author.",
                "The paper has been withdrawn because of an error",
                "This submission was temporarily withdrawn.",
                "Withdrawn. We thank the keeper of the lamp.",
                "WITHDRAWN PENDING REVISION",
                "12 pages; this preprint is withdrawn"
            })
    void isRecognisedInAbstractOrComment(String sentence) {
        assertThat(Withdrawal.announcedIn(sentence, null)).isTrue();
        assertThat(Withdrawal.announcedIn("We build a lamp.", sentence)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "We study lamps that were withdrawn from the market.",
                "The charge withdrawn from the lamp is small. This paper measures it.",
                "Accounts from which money is withdrawn are common.",
                "9 pages"
            })
    void isNotSeenWhereSomethingElseIsWithdrawn(String sentence) {
        assertThat(Withdrawal.announcedIn(sentence, sentence)).isFalse();
        assertThat(Withdrawal.announcedIn(null, null)).isFalse();
    }
}
