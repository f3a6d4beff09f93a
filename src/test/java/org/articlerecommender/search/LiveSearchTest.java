package org.articlerecommender.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import org.articlerecommender.ingestion.Listing;
import org.junit.jupiter.api.Test;

class LiveSearchTest {

    @Test
    void leavesArxivAloneWhereTheSettingsSaySo() {
        var notAsked = (Listing) Proxy.newProxyInstance(
                Listing.class.getClassLoader(), new Class<?>[] {Listing.class}, (proxy, method, arguments) -> false);

        // without a client, so that asking arXiv all the same would fail
        var answer = new LiveSearch(notAsked, null, null, null, null).find("graphs", Search.Order.RELEVANCE);

        assertThat(answer.articles()).isEmpty();
        assertThat(answer.problem()).contains("does not ask arXiv");
    }
}
