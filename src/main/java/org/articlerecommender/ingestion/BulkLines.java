package org.articlerecommender.ingestion;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.articlerecommender.catalog.Article;

/** Makes articles of lines, in arXiv's snapshot form or the project's own, whichever each line is in. */
@Singleton
class BulkLines {

    /** Lines as they stand in a file, the first with this number; null stands for one that is too long. */
    record Raw(long first, List<byte[]> lines, long bytes) {}

    private final ObjectReader json;
    private final Clock clock;

    BulkLines(ObjectMapper json, Clock clock) {
        this.json = json.reader()
                .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
        this.clock = clock;
    }

    BulkStep read(Raw raw) {
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        var articles = new ArrayList<Article>(raw.lines().size());
        var bad = new ArrayList<BulkFileTable.BadLineOf>();
        boolean snapshot = false;
        long number = raw.first();
        for (var line : raw.lines()) {
            try {
                if (line == null) {
                    throw new BadLine("line", "at most 1 MB");
                }
                if (!ArticleImport.blank(line)) {
                    var tree = json.readTree(line);
                    var its = SnapshotLine.of(tree);
                    snapshot |= its.isPresent();
                    articles.add(its.isPresent() ? its.get().article(today) : new ImportLine(tree).article(today));
                }
            } catch (BadLine e) {
                bad.add(new BulkFileTable.BadLineOf(number, e.getMessage()));
            } catch (JacksonException e) {
                bad.add(new BulkFileTable.BadLineOf(number, "line: not valid JSON"));
            } catch (IOException e) {
                bad.add(new BulkFileTable.BadLineOf(number, "line: not valid UTF-8"));
            }
            number++;
        }
        return new BulkStep(raw.bytes(), number - 1, articles, bad, snapshot);
    }
}
