package org.articlerecommender.catalog;

import java.time.Instant;
import java.util.List;

/** Rows in the text format of PostgreSQL's COPY. */
final class CopyText {

    private static final String NULL = "\\N";

    private final StringBuilder text;

    CopyText(int size) {
        text = new StringBuilder(size);
    }

    void row(long line, Article article) {
        text.append(line).append('\t');
        field(article.id().value());
        text.append(article.version()).append('\t');
        field(article.title());
        field(article.summary());
        list(article.authors());
        list(article.categories());
        field(article.primaryCategory());
        moment(article.published());
        moment(article.updated());
        text.append(article.announced()).append('\t');
        field(article.comment());
        field(article.journalRef());
        field(article.doi());
        text.append(article.withdrawn()).append('\n');
    }

    private void field(String value) {
        if (value == null) {
            text.append(NULL);
        } else {
            escaped(value);
        }
        text.append('\t');
    }

    private void moment(Instant moment) {
        text.append(moment).append('\t');
    }

    // An array's own escapes are escaped once more for the row
    private void list(List<String> values) {
        text.append('{');
        for (int i = 0; i < values.size(); i++) {
            text.append(i == 0 ? "\"" : ",\"");
            var value = values.get(i);
            escaped(
                    value.indexOf('\\') < 0 && value.indexOf('"') < 0
                            ? value
                            : value.replace("\\", "\\\\").replace("\"", "\\\""));
            text.append('"');
        }
        text.append("}\t");
    }

    private void escaped(String value) {
        for (int i = 0; i < value.length(); i++) {
            char one = value.charAt(i);
            switch (one) {
                case '\\' -> text.append("\\\\");
                case '\t' -> text.append("\\t");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                default -> text.append(one);
            }
        }
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
