package org.articlerecommender.ingestion;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.articlerecommender.catalog.ArticleId;

/** One line of an announcement: which paper, and why it is announced. */
record FeedItem(Kind kind, Sighting sighting) {

    /** Why a paper is announced. */
    enum Kind {
        NEW("new"),
        CROSS("cross"),
        REPLACE("replace"),
        REPLACE_CROSS("replace-cross");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }

        /** Whether the paper is new in the category, so that it has to be there afterwards. */
        boolean arrives() {
            return this == NEW || this == CROSS;
        }

        private static Kind of(String label) {
            for (var kind : values()) {
                if (kind.label.equals(label)) {
                    return kind;
                }
            }
            return null;
        }
    }

    private static final Pattern DESCRIPTION = Pattern.compile(
            "arXiv:(?<id>\\S+)\\s+Announce Type:\\s*(?<kind>[a-z-]+)\\s*(?:Abstract:\\s*)?(?<text>.*)", Pattern.DOTALL);
    private static final Pattern NAMES = Pattern.compile(",\\s+");

    /** Reads from the item's start to its end; empty if it lacks an id, a title or a known kind. */
    static Optional<FeedItem> read(XMLStreamReader reader, LocalDate day) throws XMLStreamException {
        String guid = null;
        String title = null;
        String description = "";
        String kind = null;
        List<String> authors = List.of();
        var categories = new ArrayList<String>();
        while (true) {
            int event = reader.next();
            if (event == XMLStreamConstants.END_ELEMENT) {
                break;
            }
            if (event != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            var name = reader.getLocalName();
            var text = CleanText.fold(reader.getElementText());
            switch (name) {
                case "guid" -> guid = text;
                case "title" -> title = text;
                case "description" -> description = text;
                case "announce_type" -> kind = text.toLowerCase(Locale.ROOT);
                case "creator" -> authors = List.of(NAMES.split(text));
                case "category" -> categories.add(text);
                default -> {}
            }
        }
        var parts = DESCRIPTION.matcher(description);
        boolean told = parts.matches();
        var id = ArticleId.parseVersioned(guid).or(() -> ArticleId.parseVersioned(told ? parts.group("id") : null));
        var why = Kind.of(kind != null ? kind : told ? parts.group("kind") : "");
        if (id.isEmpty() || why == null || title == null || title.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new FeedItem(
                why,
                new Sighting(
                        id.get().id(),
                        id.get().version().orElse(1),
                        title,
                        told ? parts.group("text").strip() : description,
                        authors.stream().filter(one -> !one.isEmpty()).toList(),
                        categories.stream()
                                .filter(one -> !one.isEmpty())
                                .distinct()
                                .toList(),
                        null,
                        null,
                        why == Kind.NEW ? day : null,
                        null)));
    }
}
