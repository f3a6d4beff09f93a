package org.articlerecommender.ingestion;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.articlerecommender.catalog.Article;
import org.articlerecommender.catalog.Source;
import org.articlerecommender.catalog.Told;
import org.articlerecommender.embedding.ModelUnusable;
import org.articlerecommender.platform.Problem;
import org.articlerecommender.platform.StoreUnavailable;

/** Reads articles line by line and stores them as they come, a few hundred at a time. */
@Singleton
class ArticleImport {

    /** A line that was not taken, counted from 1, and why. */
    record Rejected(long line, String reason) {}

    /** What became of the lines; blank ones do not count. The first thousand of those not taken are listed. */
    record Outcome(long received, long stored, List<Rejected> rejected) {}

    private static final int AT_ONCE = 500;
    private static final int LISTED = 1000;
    private static final int LONGEST_LINE = 1 << 20;
    private static final long MOST = 64L << 20;

    private final Intake intake;
    private final ObjectReader json;
    private final Clock clock;

    ArticleImport(Intake intake, ObjectMapper json, Clock clock) {
        this.intake = intake;
        this.json = json.reader().with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
        this.clock = clock;
    }

    /**
     * Takes every line that is an article; when it returns, all of them are stored and have their vectors.
     *
     * @throws Problem if the body is too long or breaks off, or a store fails; it says how many lines are stored
     */
    Outcome read(InputStream body) {
        var lines = new LineReader(body, LONGEST_LINE, MOST);
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        var rejected = new ArrayList<Rejected>();
        var waiting = new ArrayList<Article>();
        long received = 0;
        long stored = 0;
        try {
            long number = 0;
            for (var line = lines.next(); line != null; line = lines.next()) {
                number++;
                if (blank(line)) {
                    continue;
                }
                received++;
                try {
                    waiting.add(article(line, lines.wasTooLong(), today));
                } catch (BadLine bad) {
                    if (rejected.size() < LISTED) {
                        rejected.add(new Rejected(number, bad.getMessage()));
                    }
                }
                if (waiting.size() >= AT_ONCE) {
                    stored += store(waiting);
                }
            }
            stored += store(waiting);
            return new Outcome(received, stored, rejected);
        } catch (LineReader.TooMuch e) {
            throw Problem.tooLarge("body", "at most 64 MB; " + sofar(stored));
        } catch (IOException e) {
            throw Problem.badRequest("body", "it broke off or is not valid gzip; " + sofar(stored));
        } catch (StoreUnavailable e) {
            throw Problem.unavailable(503, "A store did not answer; " + sofar(stored));
        } catch (ModelUnusable e) {
            throw Problem.unavailable(503, "%s; %s".formatted(e.getMessage(), sofar(stored)));
        }
    }

    private static String sofar(long stored) {
        return "%,d articles are stored and embedded. Sending the same again does no harm.".formatted(stored);
    }

    private int store(List<Article> waiting) {
        int many = waiting.size();
        intake.store(waiting, Told.exactly(Source.IMPORT));
        intake.embed(waiting);
        waiting.clear();
        return many;
    }

    private Article article(byte[] line, boolean tooLong, LocalDate today) throws BadLine {
        if (tooLong) {
            throw new BadLine("line", "at most 1 MB");
        }
        try {
            return new ImportLine(json.readTree(line)).article(today);
        } catch (JacksonException e) {
            throw new BadLine("line", "not valid JSON");
        } catch (IOException e) {
            throw new BadLine("line", "not valid UTF-8");
        }
    }

    static boolean blank(byte[] line) {
        for (byte one : line) {
            if (one != ' ' && one != '\r' && one != '\t') {
                return false;
            }
        }
        return true;
    }
}
