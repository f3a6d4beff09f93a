package org.articlerecommender.ingestion;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * One answer of arXiv's announcement feed: what was announced in a category on one day.
 *
 * @param day the announcement day by arXiv's calendar; null for the empty feed of a day without announcements
 * @param unreadable items that lack an id or a title, and are not among the items
 */
record FeedAnswer(LocalDate day, List<FeedItem> items, int unreadable) {

    FeedAnswer {
        items = List.copyOf(items);
    }

    /** @throws Malformed if it is not a feed, or breaks off */
    static FeedAnswer parse(byte[] body) throws Malformed {
        try {
            var reader = XmlAnswer.open(body, "rss");
            try {
                return channel(reader);
            } finally {
                reader.close();
            }
        } catch (XMLStreamException e) {
            throw new Malformed("not a whole announcement feed", e);
        }
    }

    private static FeedAnswer channel(XMLStreamReader reader) throws XMLStreamException, Malformed {
        LocalDate day = null;
        int unreadable = 0;
        var items = new ArrayList<FeedItem>();
        while (reader.hasNext()) {
            if (reader.next() != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            var name = reader.getLocalName();
            if (name.equals("pubDate")) {
                day = day(reader.getElementText());
            } else if (name.equals("item")) {
                if (day == null) {
                    throw new Malformed("a feed with items and without its day", null);
                }
                var item = FeedItem.read(reader, day);
                item.ifPresent(items::add);
                unreadable += item.isPresent() ? 0 : 1;
            }
        }
        return new FeedAnswer(items.isEmpty() && unreadable == 0 ? null : day, items, unreadable);
    }

    // By the offset that it is written with: midnight in New York is already the right day there
    private static LocalDate day(String text) throws Malformed {
        try {
            return OffsetDateTime.parse(text.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toLocalDate();
        } catch (DateTimeException e) {
            throw new Malformed("a feed whose day cannot be read", e);
        }
    }
}
