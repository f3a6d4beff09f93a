package org.articlerecommender.ingestion;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.articlerecommender.catalog.Article;
import org.articlerecommender.catalog.ArticleId;

/** The texts of one {@code <entry>}, as they stand in the feed. */
final class AtomEntry {

    private static final String ERRORS = "arxiv.org/api/errors";

    private String id;
    private String title;
    private String summary;
    private String published;
    private String updated;
    private String primary;
    private String comment;
    private String journalRef;
    private String doi;
    private final List<String> authors = new ArrayList<>();
    private final List<String> categories = new ArrayList<>();

    private AtomEntry() {}

    /**
     * Reads from the entry's start to its end.
     *
     * @throws ArxivRefused if it is how arXiv reports an error
     */
    static AtomEntry read(XMLStreamReader reader) throws XMLStreamException {
        var entry = new AtomEntry();
        for (int depth = 1; depth > 0; ) {
            int event = reader.next();
            if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            } else if (event == XMLStreamConstants.START_ELEMENT && !entry.took(reader)) {
                depth++;
            }
        }
        if (entry.id != null && entry.id.contains(ERRORS)) {
            throw new ArxivRefused(entry.summary == null ? "no reason given" : entry.summary);
        }
        return entry;
    }

    // Whether the element was read to its end; others (author, link, category) only to their start
    private boolean took(XMLStreamReader reader) throws XMLStreamException {
        switch (reader.getLocalName()) {
            case "id" -> id = text(reader);
            case "title" -> title = text(reader);
            case "summary" -> summary = text(reader);
            case "published" -> published = text(reader);
            case "updated" -> updated = text(reader);
            case "comment" -> comment = text(reader);
            case "journal_ref" -> journalRef = text(reader);
            case "doi" -> doi = text(reader);
            case "name" -> {
                var name = text(reader);
                if (!name.isEmpty()) {
                    authors.add(name);
                }
            }
            case "category" -> {
                var term = reader.getAttributeValue(null, "term");
                if (term != null && !term.isBlank() && !categories.contains(term.strip())) {
                    categories.add(term.strip());
                }
                return false;
            }
            case "primary_category" -> {
                primary = CleanText.foldOrNull(reader.getAttributeValue(null, "term"));
                return false;
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private static String text(XMLStreamReader reader) throws XMLStreamException {
        return CleanText.fold(reader.getElementText());
    }

    /** The article it describes; empty if it lacks an id, a title or a date. */
    Optional<Article> article(LocalDate seen) {
        var known = ArticleId.parseVersioned(id);
        var submitted = instant(published);
        if (known.isEmpty() || submitted.isEmpty() || title == null || title.isEmpty()) {
            return Optional.empty();
        }
        var abstractText = summary == null ? "" : summary;
        if (primary == null && !categories.isEmpty()) {
            primary = categories.get(0);
        } else if (primary != null && !categories.contains(primary)) {
            categories.add(0, primary);
        }
        return Optional.of(new Article(
                known.get().id(),
                Math.max(1, known.get().version().orElse(1)),
                title,
                abstractText,
                authors,
                categories,
                primary == null ? "" : primary,
                submitted.get(),
                instant(updated).orElse(submitted.get()),
                AnnouncementDay.of(submitted.get(), seen),
                comment == null || comment.isEmpty() ? null : comment,
                journalRef == null || journalRef.isEmpty() ? null : journalRef,
                doi == null || doi.isEmpty() ? null : doi,
                Withdrawal.announcedIn(abstractText, comment),
                false));
    }

    private static Optional<Instant> instant(String text) {
        try {
            return text == null
                    ? Optional.empty()
                    : Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
