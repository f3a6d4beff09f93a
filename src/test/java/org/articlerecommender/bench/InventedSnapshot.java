package org.articlerecommender.bench;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Random;
import java.util.zip.GZIPOutputStream;

/**
 * A file in the form of arXiv's public metadata snapshot with invented lines, the same for the same number: about 1.6 kB
 * a line, 20,000 papers a month, every tenth title over two lines.
 */
class InventedSnapshot {

    private static final LocalDate FIRST_MONTH = LocalDate.of(2015, 1, 1);
    private static final int A_MONTH = 20_000;
    private static final String[] SYLLABLES =
            "ba ke lo mi nu ra se ti vo za fe gu hi jo pa qui re sol tam ver".split(" ");
    private static final String[] CATEGORIES =
            "cs.LG cs.AI cs.CL stat.ML hep-th math.CO astro-ph.GA quant-ph".split(" ");

    private final Random random = new Random(7);
    private final String[] words = new String[20_000];

    private InventedSnapshot() {
        for (int i = 0; i < words.length; i++) {
            var word = new StringBuilder();
            for (int part = 0; part < 2 + random.nextInt(3); part++) {
                word.append(SYLLABLES[random.nextInt(SYLLABLES.length)]);
            }
            words[i] = word.toString();
        }
    }

    /** Writes so many lines to a file; compressed if its name ends with {@code .gz}. */
    static void write(Path file, int lines) throws IOException {
        var made = new InventedSnapshot();
        var plain = Files.newOutputStream(file);
        try (Writer out = new OutputStreamWriter(
                file.toString().endsWith(".gz") ? new GZIPOutputStream(plain, 1 << 16) : plain,
                StandardCharsets.UTF_8)) {
            for (int number = 0; number < lines; number++) {
                out.write(made.line(number));
            }
        }
    }

    public static void main(String... arguments) throws IOException {
        write(Path.of(arguments[0]), Integer.parseInt(arguments[1]));
    }

    private String line(int number) {
        var month = FIRST_MONTH.plusMonths(number / A_MONTH);
        var day = month.plusDays(number % A_MONTH * 28L / A_MONTH);
        var created = DateTimeFormatter.RFC_1123_DATE_TIME.format(
                day.atTime(LocalTime.of(9, 30)).atOffset(ZoneOffset.UTC));
        var id = "%02d%02d.%05d".formatted(month.getYear() % 100, month.getMonthValue(), number % A_MONTH + 1);
        var main = category();
        return ("{\"id\":\"%s\",\"submitter\":\"Ada Example\",\"authors\":\"Ada Example, B. Invented and C. d'Example\","
                        + "\"title\":\"%s\",\"comments\":\"%d pages\",\"journal-ref\":null,\"doi\":null,"
                        + "\"report-no\":null,\"categories\":\"%s %s\",\"license\":null,\"abstract\":\"  %s\\n\","
                        + "\"versions\":[{\"version\":\"v1\",\"created\":\"%s\"}],\"update_date\":\"%s\","
                        + "\"authors_parsed\":[[\"Example\",\"Ada\",\"\"],[\"Invented\",\"B.\",\"\"],"
                        + "[\"d'Example\",\"C.\",\"\"]]}\n")
                .formatted(
                        id,
                        text(9, number % 10 == 0 ? "\\n  " : " "),
                        5 + random.nextInt(40),
                        main,
                        category(),
                        text(150, " "),
                        created,
                        day);
    }

    private String category() {
        return CATEGORIES[random.nextInt(CATEGORIES.length)];
    }

    // Like words of a language: a few are everywhere, most are rare
    private String text(int length, String join) {
        var text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            double where = random.nextDouble();
            text.append(i == 0 ? "" : i == length / 2 ? join : " ")
                    .append(words[(int) (where * where * where * words.length)]);
        }
        return text.toString();
    }
}
