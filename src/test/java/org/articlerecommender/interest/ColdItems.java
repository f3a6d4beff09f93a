package org.articlerecommender.interest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.articlerecommender.interest.InterestModel.Liked;

/**
 * Libraries of many readers, to be filled with articles that nobody has yet: {@code titles.txt} (line n is item n, from 0),
 * {@code train.csv} and {@code vali.csv} (uid, iid). The items of the second are ordered for each reader from their titles
 * alone.
 */
final class ColdItems {

    private static final int BACKGROUND = 2000;

    private final List<Content> items;
    private final TreeMap<Integer, Set<Integer>> libraries;
    private final TreeMap<Integer, Set<Integer>> wanted;
    private final List<Integer> cold;

    ColdItems(Path directory, VectorsByText vectors) throws IOException {
        var titles = Files.readAllLines(directory.resolve("titles.txt"));
        vectors.prepare(titles.stream()
                .distinct()
                .map(title -> new VectorsByText.Text(title, null))
                .toList());
        items = titles.stream().map(title -> vectors.content(title, null)).toList();
        libraries = pairs(directory.resolve("train.csv"));
        wanted = pairs(directory.resolve("vali.csv"));
        var distinct = new TreeSet<Integer>();
        wanted.values().forEach(distinct::addAll);
        cold = List.copyOf(distinct);
    }

    int candidates() {
        return cold.size();
    }

    /** A task for each of so many readers, drawn without replacement. */
    List<ReaderTask> tasks(int readers) {
        var random = new Random(17);
        var ids = new ArrayList<>(wanted.keySet());
        ids.retainAll(libraries.keySet());
        Collections.shuffle(ids, random);
        var known = new TreeSet<Integer>();
        libraries.values().forEach(known::addAll);
        var others = new ArrayList<>(known);
        return ids.stream()
                .limit(readers)
                .map(reader -> task(reader, others, random))
                .toList();
    }

    private ReaderTask task(int reader, List<Integer> others, Random random) {
        var own = libraries.get(reader);
        var drawn = new HashSet<Integer>();
        while (drawn.size() < BACKGROUND) {
            var one = others.get(random.nextInt(others.size()));
            if (!own.contains(one)) {
                drawn.add(one);
            }
        }
        var hits = new boolean[cold.size()];
        for (int i = 0; i < hits.length; i++) {
            hits[i] = wanted.get(reader).contains(cold.get(i));
        }
        return new ReaderTask(
                own.stream().map(item -> new Liked(items.get(item), 1)).toList(),
                drawn.stream().map(items::get).toList(),
                cold.stream().map(items::get).toList(),
                hits,
                Map.of());
    }

    private static TreeMap<Integer, Set<Integer>> pairs(Path file) throws IOException {
        var pairs = new TreeMap<Integer, Set<Integer>>();
        for (var line : Files.readAllLines(file)) {
            if (Character.isDigit(line.isEmpty() ? ' ' : line.charAt(0))) {
                var parts = line.split(",");
                pairs.computeIfAbsent(Integer.valueOf(parts[0]), user -> new TreeSet<>())
                        .add(Integer.valueOf(parts[1].strip()));
            }
        }
        return pairs;
    }
}
