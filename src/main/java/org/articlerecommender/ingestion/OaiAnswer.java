package org.articlerecommender.ingestion;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * One page of a list of arXiv's OAI-PMH service.
 *
 * @param answered the day by arXiv's clock
 * @param token what asks for the page after this one; null on the last
 * @param listSize how many records the whole list has; -1 when it does not say
 * @param unreadable records that lack an id, a title or a date, and are not among the records
 */
record OaiAnswer(LocalDate answered, List<OaiRecord> records, int unreadable, String token, long listSize) {

    OaiAnswer {
        records = List.copyOf(records);
    }

    /** The token is not valid any more; the list has to be asked for again. */
    static class TokenExpired extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }

    /** The service does not have records in this format. */
    static class NoSuchFormat extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }

    /**
     * The page; empty when nothing matches.
     *
     * @throws TokenExpired if the token is refused
     * @throws NoSuchFormat if the format is refused
     * @throws ArxivRefused if the question is refused for another reason
     * @throws Malformed if it is not such an answer, or breaks off
     */
    static OaiAnswer parse(byte[] body) throws Malformed {
        try {
            var reader = XmlAnswer.open(body, "OAI-PMH");
            try {
                return answer(reader);
            } finally {
                reader.close();
            }
        } catch (XMLStreamException e) {
            throw new Malformed("not a whole OAI-PMH answer", e);
        }
    }

    private static OaiAnswer answer(XMLStreamReader reader) throws XMLStreamException, Malformed {
        LocalDate answered = null;
        String token = null;
        long listSize = -1;
        int unreadable = 0;
        var records = new ArrayList<OaiRecord>();
        boolean content = false;
        while (reader.hasNext()) {
            if (reader.next() != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            switch (reader.getLocalName()) {
                case "responseDate" -> answered = day(reader.getElementText());
                case "error" -> {
                    refused(reader);
                    content = true;
                }
                case "ListRecords", "GetRecord" -> content = true;
                case "record" -> {
                    var record = OaiFields.read(reader).record();
                    record.ifPresent(records::add);
                    unreadable += record.isPresent() ? 0 : 1;
                }
                case "resumptionToken" -> {
                    listSize = number(reader.getAttributeValue(null, "completeListSize"));
                    var text = reader.getElementText().strip();
                    token = text.isEmpty() ? null : text;
                }
                default -> {}
            }
        }
        if (!content || answered == null) {
            throw new Malformed("an OAI-PMH answer without records, an error, or its date", null);
        }
        return new OaiAnswer(answered, records, unreadable, token, listSize);
    }

    private static void refused(XMLStreamReader reader) throws XMLStreamException {
        var code = reader.getAttributeValue(null, "code");
        var text = CleanText.fold(reader.getElementText());
        switch (code == null ? "" : code) {
            case "noRecordsMatch" -> {}
            case "badResumptionToken" -> throw new TokenExpired();
            case "cannotDisseminateFormat" -> throw new NoSuchFormat();
            default -> throw new ArxivRefused(text.isEmpty() ? String.valueOf(code) : text);
        }
    }

    private static LocalDate day(String text) throws Malformed {
        try {
            return OffsetDateTime.parse(text.strip())
                    .withOffsetSameInstant(ZoneOffset.UTC)
                    .toLocalDate();
        } catch (DateTimeException e) {
            throw new Malformed("an OAI-PMH answer whose date cannot be read", e);
        }
    }

    private static long number(String text) {
        return text != null && text.matches("\\d{1,12}") ? Long.parseLong(text) : -1;
    }
}
