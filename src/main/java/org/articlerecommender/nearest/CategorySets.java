package org.articlerecommender.nearest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import java.util.zip.CRC32C;

/**
 * Numbers for the combinations of categories that articles have, so that a row needs four bytes for its own.
 *
 * <p>Kept in a text file beside the blocks, a line a combination behind its checksum. A number never changes its meaning.
 */
final class CategorySets {

    private final Path file;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Map<String, BitSet> byCategory = new HashMap<>();
    private final List<String> firsts = new ArrayList<>();

    /** @param file null to keep nothing */
    CategorySets(Path file) {
        this.file = file;
    }

    /** @throws IOException if the file cannot be read or was not written by this class */
    static CategorySets read(Path file) throws IOException {
        var sets = new CategorySets(file);
        if (Files.exists(file)) {
            var text = Files.readString(file);
            // a last line without its end was cut off, and no row uses its number
            int end = text.lastIndexOf('\n') + 1;
            for (var line : text.substring(0, end).lines().toList()) {
                var set = line.substring(Math.min(line.length(), 9));
                if (!line.equals(line(set)) || sets.numbers.containsKey(set)) {
                    throw new IOException("the line \"%s\" of %s is not as it was written".formatted(line, file));
                }
                sets.learn(set);
            }
            if (end < text.length()) {
                Files.writeString(file, text.substring(0, end));
            }
        }
        return sets;
    }

    synchronized int size() {
        return numbers.size();
    }

    synchronized int numberOf(String categories) throws IOException {
        var known = numbers.get(categories);
        if (known != null) {
            return known;
        }
        if (file != null) {
            Files.writeString(file, line(categories) + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        }
        return learn(categories);
    }

    /** The numbers of all combinations with one of these categories. */
    synchronized BitSet withOneOf(Set<String> categories) {
        var found = new BitSet();
        for (var category : categories) {
            var with = byCategory.get(category);
            if (with != null) {
                found.or(with);
            }
        }
        return found;
    }

    /** The first category of a combination; empty when it has none. */
    synchronized String first(int number) {
        return firsts.get(number);
    }

    /** From the number of a combination to the place of its first category among these, or -1. */
    synchronized IntUnaryOperator places(List<String> categories) {
        var places = new HashMap<String, Integer>();
        categories.forEach(category -> places.put(category, places.size()));
        var known = firsts.stream()
                .mapToInt(first -> places.getOrDefault(first, -1))
                .toArray();
        // a combination that came meanwhile is of rows that came meanwhile
        return set -> set < known.length ? known[set] : -1;
    }

    private int learn(String set) {
        int number = numbers.size();
        numbers.put(set, number);
        firsts.add(set.split(" ", 2)[0]);
        for (var category : List.of(set.split(" "))) {
            byCategory.computeIfAbsent(category, name -> new BitSet()).set(number);
        }
        return number;
    }

    private static String line(String set) {
        var sum = new CRC32C();
        sum.update(set.getBytes(StandardCharsets.UTF_8));
        return "%08x %s".formatted(sum.getValue(), set);
    }
}
