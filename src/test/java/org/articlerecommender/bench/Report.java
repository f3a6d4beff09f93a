package org.articlerecommender.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** Collects the figures of a run and writes them, as a table for people and as JSON for programs. */
class Report {

    private static final String LINE = "%-55s %8s %-3s %18s %3s  %s%n";

    private final List<Figure> figures = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private final List<String> left = new ArrayList<>();

    /** Keeps the figure and shows it at once, for those who wait. */
    void add(Figure figure) {
        figures.add(figure);
        System.err.print(line(figure));
    }

    /** A part of the run that could not be measured, and why. */
    void problem(String part, Throwable cause) {
        problems.add(part + ": " + cause.getMessage());
        System.err.println("NOT MEASURED " + part + ": " + cause);
    }

    /** A part that is not measured at this size on purpose. It does not make the run incomplete. */
    void left(String part, String why) {
        left.add(part + ": " + why);
    }

    /** The median of a figure, when it was taken. */
    OptionalDouble value(String name) {
        return figures.stream()
                .filter(figure -> figure.name().equals(name))
                .mapToDouble(Figure::value)
                .findFirst();
    }

    boolean complete() {
        return problems.isEmpty();
    }

    String table(Machine machine, int articles) {
        var text = new StringBuilder(machine.sentence()).append('\n');
        text.append("%,d articles; medians over rounds, worst and best round in brackets%n%n".formatted(articles));
        text.append(LINE.formatted("figure", "median", "", "[low .. high]", "n", "baseline"));
        figures.forEach(figure -> text.append(line(figure)));
        figures.stream()
                .filter(figure -> figure.note() != null)
                .forEach(figure -> text.append("%n%s: %s".formatted(figure.name(), figure.note())));
        left.forEach(part -> text.append("%nleft out: %s".formatted(part)));
        problems.forEach(problem -> text.append("%nNOT MEASURED %s".formatted(problem)));
        return text.append('\n').toString();
    }

    void write(Path file, Machine machine, int articles) throws IOException {
        var all = new LinkedHashMap<String, Object>();
        all.put("machine", machine);
        all.put("articles", articles);
        all.put("figures", figures);
        all.put("left", left);
        all.put("problems", problems);
        var aside = file.resolveSibling(file.getFileName() + ".part");
        Files.write(
                aside,
                new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValueAsBytes(all));
        Files.move(aside, file, StandardCopyOption.REPLACE_EXISTING);
    }

    private static String line(Figure figure) {
        var baseline = figure.baseline() == null
                ? ""
                : "%s %s".formatted(figure.baseline(), number(figure.baselineValue()))
                        + (figure.ratio() == null ? "" : ", %s x".formatted(number(figure.ratio())));
        var aim = figure.aim() == null
                ? ""
                : "  aim < %s %s".formatted(number(figure.aim()), figure.missesItsAim() ? "MISSED" : "met");
        return LINE.formatted(
                figure.name(),
                number(figure.value()),
                figure.unit(),
                "[" + number(figure.low()) + " .. " + number(figure.high()) + "]",
                figure.rounds(),
                baseline + aim);
    }

    private static String number(double value) {
        double size = Math.abs(value);
        return String.format(Locale.ROOT, size >= 100 ? "%.0f" : size >= 10 ? "%.1f" : "%.2f", value);
    }
}
