package org.articlerecommender.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.util.AttributeImpl;
import org.articlerecommender.catalog.Terms;
import org.junit.jupiter.api.Test;

/** Lucene makes attributes of tokens by reflection, which a native image must be told. */
class NativeImageTest {

    private static final String REGISTERED =
            "/META-INF/native-image/org.articlerecommender/article-recommender/search/reflect-config.json";

    @Test
    void everyAttributeThatAnalysisMakesIsRegistered() throws IOException {
        var made = new HashSet<String>();
        for (var analyzer : List.of(Terms.ENGLISH, Terms.NAMES)) {
            made.addAll(attributes(analyzer));
        }

        var registered = new ObjectMapper()
                .readTree(getClass().getResourceAsStream(REGISTERED))
                .findValuesAsText("name");

        assertThat(made).isNotEmpty();
        assertThat(registered).containsAll(made);
    }

    private static Set<String> attributes(Analyzer analyzer) throws IOException {
        var names = new HashSet<String>();
        try (var stream = analyzer.tokenStream("text", "Ada's carvings")) {
            stream.reset();
            while (stream.incrementToken()) {
                stream.getAttributeImplsIterator()
                        .forEachRemaining(
                                (AttributeImpl one) -> names.add(one.getClass().getName()));
            }
            stream.end();
        }
        return names;
    }
}
