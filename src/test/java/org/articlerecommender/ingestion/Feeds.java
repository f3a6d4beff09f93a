package org.articlerecommender.ingestion;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Atom feeds in arXiv's form about invented articles. */
final class Feeds {

    private Feeds() {}

    /** A feed with all of its entries. */
    static String feed(String... entries) {
        return feed(entries.length, entries);
    }

    /** A feed that says there are {@code total} articles, whatever it has. */
    static String feed(int total, String... entries) {
        return """
                <?xml version='1.0' encoding='UTF-8'?>
                <feed xmlns:opensearch="http://a9.com/-/spec/opensearch/1.1/" xmlns="http://www.w3.org/2005/Atom"
                      xmlns:arxiv="http://arxiv.org/schemas/atom">
                  <opensearch:totalResults>%d</opensearch:totalResults>
                  %s
                </feed>
                """.formatted(total, Arrays.stream(entries).collect(Collectors.joining()));
    }

    /** An article submitted on a day at nine in the morning. */
    static String entry(String versioned, String day) {
        return """
                <entry>
                  <id>http://arxiv.org/abs/%s</id>
                  <title>Lamp %s</title>
                  <updated>%sT09:00:00Z</updated>
                  <published>%sT09:00:00Z</published>
                  <summary>It shines.</summary>
                  <category term="cs.LG"/>
                  <category term="cs.IR"/>
                  <arxiv:primary_category term="cs.LG"/>
                  <author><name>Ada Leuchtfeuer</name></author>
                </entry>
                """.formatted(versioned, versioned, day, day);
    }
}
