package org.articlerecommender.ingestion;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.articlerecommender.catalog.ArticleId;

/** The texts of one OAI-PMH record as they stand there, in arXiv's own format or in Dublin Core. */
final class OaiFields {

    private static final String DUBLIN_CORE = "http://purl.org/dc/elements/1.1/";

    private String identifier;
    private boolean deleted;
    private LocalDate datestamp;
    private boolean dublinCore;
    private String title;
    private String summary;
    private final List<LocalDate> dates = new ArrayList<>();
    private LocalDate updated;
    private String comment;
    private String journalRef;
    private String doi;
    private String keyName;
    private String foreNames;
    private String suffix;
    private final List<String> authors = new ArrayList<>();
    private final List<String> categories = new ArrayList<>();
    private final List<String> sets = new ArrayList<>();

    private OaiFields() {}

    /** Reads from the record's start to its end. */
    static OaiFields read(XMLStreamReader reader) throws XMLStreamException {
        var fields = new OaiFields();
        for (int depth = 1; depth > 0; ) {
            int event = reader.next();
            if (event == XMLStreamConstants.END_ELEMENT) {
                if (reader.getLocalName().equals("author")) {
                    fields.endAuthor();
                }
                depth--;
            } else if (event == XMLStreamConstants.START_ELEMENT && !fields.took(reader)) {
                depth++;
            }
        }
        return fields;
    }

    // Whether the element was read to its end
    private boolean took(XMLStreamReader reader) throws XMLStreamException {
        var name = reader.getLocalName();
        if (DUBLIN_CORE.equals(reader.getNamespaceURI())) {
            dublinCore = true;
            dublinCore(name, text(reader));
            return true;
        }
        switch (name) {
            case "header" -> deleted = "deleted".equals(reader.getAttributeValue(null, "status"));
            case "identifier" -> identifier = text(reader);
            case "datestamp" -> datestamp = day(text(reader));
            case "setSpec" -> sets.add(text(reader));
            case "created" -> dates.add(day(text(reader)));
            case "updated" -> updated = day(text(reader));
            case "title" -> title = text(reader);
            case "abstract" -> summary = text(reader);
            case "comments" -> comment = text(reader);
            case "journal-ref" -> journalRef = text(reader);
            case "doi" -> doi = text(reader);
            case "categories" -> categories.addAll(List.of(text(reader).split(" ")));
            case "keyname" -> keyName = text(reader);
            case "forenames" -> foreNames = text(reader);
            case "suffix" -> suffix = text(reader);
            default -> {}
        }
        return reader.getEventType() == XMLStreamConstants.END_ELEMENT;
    }

    private void dublinCore(String name, String text) {
        switch (name) {
            case "title" -> title = text;
            case "creator" -> authors.add(turned(text));
            // the first is the abstract, further ones are comments
            case "description" -> {
                if (summary == null) {
                    summary = text;
                } else {
                    comment = text.replaceFirst("^Comment: ", "");
                }
            }
            case "date" -> dates.add(day(text));
            case "identifier" -> {
                if (text.startsWith("doi:")) {
                    doi = text.substring(4);
                } else if (!text.contains("arxiv.org/abs/")) {
                    journalRef = text;
                }
            }
            default -> {}
        }
    }

    private void endAuthor() {
        var name = CleanText.foldOrNull(String.join(
                " ", foreNames == null ? "" : foreNames, keyName == null ? "" : keyName, suffix == null ? "" : suffix));
        if (name != null) {
            authors.add(name);
        }
        foreNames = keyName = suffix = null;
    }

    /** The record; empty if it lacks an id or, unless it was removed, a title or a date. */
    Optional<OaiRecord> record() {
        var id = ArticleId.parse(identifier);
        if (id.isPresent() && deleted) {
            return Optional.of(new OaiRecord(id.get(), datestamp, null));
        }
        dates.removeIf(day -> day == null);
        if (id.isEmpty() || title == null || title.isEmpty() || dates.isEmpty()) {
            return Optional.empty();
        }
        var created = dates.stream().min(LocalDate::compareTo).orElseThrow();
        var changed = dublinCore && dates.size() > 1
                ? dates.stream().max(LocalDate::compareTo).orElseThrow()
                : updated;
        var sighting = new Sighting(
                id.get(),
                0,
                title,
                summary == null ? "" : summary,
                authors,
                listed(),
                created,
                changed != null && changed.isAfter(created) ? changed : null,
                null,
                new Sighting.Extras(empty(comment), empty(journalRef), empty(doi), !dublinCore));
        return Optional.of(new OaiRecord(id.get(), datestamp, sighting));
    }

    // Dublin Core names subjects in words; the sets that a record is in say the same in codes
    private List<String> listed() {
        var named = dublinCore ? sets.stream().map(OaiSet::category).flatMap(Optional::stream) : categories.stream();
        return named.filter(one -> !one.isEmpty()).distinct().toList();
    }

    private static String turned(String name) {
        int comma = name.indexOf(", ");
        return comma < 0 ? name : name.substring(comma + 2) + " " + name.substring(0, comma);
    }

    private static String empty(String text) {
        return text == null || text.isEmpty() ? null : text;
    }

    private static String text(XMLStreamReader reader) throws XMLStreamException {
        return CleanText.fold(reader.getElementText());
    }

    private static LocalDate day(String text) {
        try {
            return text.length() < 10 ? null : LocalDate.parse(text.substring(0, 10));
        } catch (DateTimeException e) {
            return null;
        }
    }
}
