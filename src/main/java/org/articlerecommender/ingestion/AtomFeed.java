package org.articlerecommender.ingestion;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.articlerecommender.catalog.Article;

/** Reads the Atom feed of arXiv's query API, in the form of 2026 and in the older one. */
final class AtomFeed {

    private static final XMLInputFactory FACTORY = factory();

    private AtomFeed() {}

    /** What came is not a whole feed; asking again may bring one. */
    static class Malformed extends IOException {

        private static final long serialVersionUID = 1L;

        Malformed(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /**
     * The page in the feed.
     *
     * @param seen the day the feed was received; no article in it was announced later
     * @throws ArxivRefused if the feed carries an error entry
     * @throws Malformed if it is not a feed, or breaks off
     */
    static ArxivPage parse(byte[] body, LocalDate seen) throws Malformed {
        try {
            var reader = FACTORY.createXMLStreamReader(new ByteArrayInputStream(withoutControls(body)));
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
        boolean inFeed = false;
        while (reader.hasNext()) {
            int event = reader.next();
            if (event == XMLStreamConstants.DTD) {
                throw new Malformed("a document type, which no feed has", null);
            }
            if (event != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            var name = reader.getLocalName();
            if (!inFeed && !name.equals("feed")) {
                throw new Malformed("a <%s> where a feed was expected".formatted(name), null);
            }
            inFeed = true;
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

    // Abstracts that authors pasted from PDFs carry control characters that XML forbids; one of them would cost the
    // whole page. In UTF-8 these bytes are never part of another character.
    private static byte[] withoutControls(byte[] body) {
        int kept = 0;
        var clean = new byte[body.length];
        for (byte one : body) {
            if (one < 0 || one >= ' ' || one == '\n' || one == '\r' || one == '\t') {
                clean[kept++] = one;
            }
        }
        return kept == body.length ? body : Arrays.copyOf(clean, kept);
    }

    private static XMLInputFactory factory() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }
}
