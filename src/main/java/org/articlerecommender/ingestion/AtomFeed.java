package org.articlerecommender.ingestion;

import java.time.LocalDate;
import java.util.ArrayList;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.articlerecommender.catalog.Article;

/** Reads the Atom feed of arXiv's query API, in the form of 2026 and in the older one. */
final class AtomFeed {

    private AtomFeed() {}

    /**
     * The page in the feed.
     *
     * @param seen the day the feed was received; no article in it was announced later
     * @throws ArxivRefused if the feed carries an error entry
     * @throws Malformed if it is not a feed, or breaks off
     */
    static ArxivPage parse(byte[] body, LocalDate seen) throws Malformed {
        try {
            var reader = XmlAnswer.open(body, "feed");
            try {
                return feed(reader, seen);
            } finally {
                reader.close();
            }
        } catch (XMLStreamException e) {
            throw new Malformed("not a whole Atom feed", e);
        }
    }

    /** The reason in the error entry of a body that came with an error status, as far as there is one. */
    static String error(byte[] body) {
        try {
            parse(body, LocalDate.MIN);
            return "no reason given";
        } catch (ArxivRefused refused) {
            return refused.reason();
        } catch (Malformed e) {
            return "no reason given";
        }
    }

    private static ArxivPage feed(XMLStreamReader reader, LocalDate seen) throws XMLStreamException, Malformed {
        long total = -1;
        int unreadable = 0;
        var articles = new ArrayList<Article>();
        while (reader.hasNext()) {
            if (reader.next() != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            var name = reader.getLocalName();
            if (name.equals("totalResults")) {
                total = number(reader.getElementText());
            } else if (name.equals("entry")) {
                var article = AtomEntry.read(reader).article(seen);
                article.ifPresent(articles::add);
                unreadable += article.isPresent() ? 0 : 1;
            }
        }
        if (total < 0) {
            throw new Malformed("a feed without its number of results", null);
        }
        return new ArxivPage(total, articles, unreadable);
    }

    private static long number(String text) {
        try {
            return Long.parseLong(text.strip());
        } catch (NumberFormatException e) {
            return -1;
        }
    }
}
