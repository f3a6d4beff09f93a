package org.articlerecommender.nearest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.articlerecommender.catalog.ArticleId;
import org.articlerecommender.catalog.PlaceMemory;

/**
 * The vectors of articles and the nearest of them, appended to while they are searched.
 *
 * <p>Safe to use from many threads; a query sees the rows that were there when it began. Ids of more than 31 letters,
 * which arXiv has none of, are passed over. Vectors handed out are shared and must not be modified.
 */
public final class VectorIndex implements AutoCloseable {

    /** So many rows and more are searched by their bits first. */
    static final int BIT_ROWS = 150_000;

    // Enough for a recall of .97 among three million
    private static final int CANDIDATES = 3_000;
    private static final int HELD = 1 << 14;
    private static final Comparator<Hit> NEAREST_FIRST =
            Comparator.comparingDouble(Hit::similarity).reversed().thenComparing(Hit::article);

    private final Rows rows;
    private final Crew crew = new Crew(Runtime.getRuntime().availableProcessors());
    private final Kernel kernel = Kernel.best();
    private final HeldVectors held = new HeldVectors(HELD);
    private final PlaceMemory<float[]> byPlace = new PlaceMemory<>();
    private final PlaceMemory<Integer> rowByPlace = new PlaceMemory<>();

    private VectorIndex(Rows rows) {
        this.rows = rows;
    }

    /** An index that ends with the process. */
    public static VectorIndex inMemory(int dimension) {
        var layout = new Layout(dimension);
        return new VectorIndex(new Rows(layout, Blocks.inMemory(layout), new CategorySets(null)));
    }

    /**
     * The index in this file, as far as it is whole; empty when there is none, or one of another model.
     *
     * @throws IOException if the file cannot be had: no room, no right, in use
     */
    public static VectorIndex open(Path file, String model, int dimension) throws IOException {
        var layout = new Layout(dimension);
        var blocks = BlockFile.open(file, model, layout);
        var categories = file.resolveSibling(file.getFileName() + ".categories");
        try {
            var rows = new Rows(layout, blocks, CategorySets.read(categories));
            var present = blocks.present();
            if (rows.load(present, blocks.sealed(present.size()), blocks.centre())) {
                return new VectorIndex(rows);
            }
        } catch (IOException | RuntimeException e) {
            // not as it was written: what it held comes again from where it is a copy of
            blocks.empty();
        }
        blocks.empty();
        Files.deleteIfExists(categories);
        return new VectorIndex(new Rows(layout, blocks, CategorySets.read(categories)));
    }

    /** How many articles there are. */
    public int size() {
        return rows.size();
    }

    public int dimension() {
        return rows.layout().dimension();
    }

    /** The vectors of the articles, in order; null for one that has none. */
    public List<float[]> vectors(List<ArticleId> articles) {
        var known = byPlace.of(articles, rows.gone());
        var vectors = new float[articles.size()][];
        for (int i = 0; i < vectors.length; i++) {
            vectors[i] = known.get(i);
            if (vectors[i] == null) {
                vectors[i] = vector(articles.get(i));
                known.put(i, vectors[i]);
            }
        }
        return Arrays.asList(vectors);
    }

    /** The vector of the article, or null. */
    public float[] vector(ArticleId article) {
        int row = rows.rowOf(article);
        return row < 0 ? null : held.of(row, rows.block(row));
    }

    /** Whether the article has the vector of this text. */
    public boolean hasText(ArticleId article, byte[] text) {
        int row = rows.rowOf(article);
        return row >= 0 && rows.block(row).hasText(row % Layout.ROWS, text);
    }

    /**
     * Puts articles in, each in the place of what there was of it.
     *
     * @throws IOException if there is no room for them; some may be in
     */
    public void put(Collection<Row> articles) throws IOException {
        rows.put(articles);
    }

    /** Changes the day and the categories of an article that is here; its vector stays. */
    public void retag(ArticleId article, long day, String categories) throws IOException {
        rows.retag(article, (int) day, categories);
    }

    public void remove(Collection<ArticleId> articles) {
        rows.remove(articles);
    }

    /** Begins to look for articles that are here and should not be. */
    public Sweep sweep() {
        return new Sweep(rows);
    }

    /**
     * The articles in the scope nearest to the query, nearest first, equally near ones by id; none when the query has another
     * length.
     *
     * <p>Up to {@value #BIT_ROWS} rows in the days of the scope are all looked at in int8, which finds what looking at
     * each in float32 would find but for ties in the last digits; of more a few in a hundred are missed.
     */
    public List<Hit> nearest(float[] query, int count, Scope scope) {
        if (query.length != dimension() || count < 1) {
            return List.of();
        }
        var slice = rows.slice(scope);
        var centre = rows.centre();
        var probe = Probe.of(query, centre, rows.layout());
        if (centre != null && slice.rows() >= BIT_ROWS) {
            int candidates = Math.max(CANDIDATES, count * 10);
            var hits = exact(new BitScan(slice, kernel, probe, candidates).best(some(count), crew), query, slice);
            if (hits.size() >= count) {
                return hits.subList(0, count);
            }
        }
        return thorough(query, count, slice, probe);
    }

    /** Like {@link #nearest}, but all rows are looked at in int8, however many there are. */
    public List<Hit> nearestOfAll(float[] query, int count, Scope scope) {
        if (query.length != dimension() || count < 1) {
            return List.of();
        }
        return thorough(query, count, rows.slice(scope), Probe.of(query, null, rows.layout()));
    }

    /**
     * How near each article is to the nearest of the queries, in order, as far as int8 tells them apart; negative infinity
     * for one that has no vector, and for all when a query has another length.
     *
     * <p>For choosing what to look at more closely: one pass, and nothing is read of an article but its codes.
     */
    public float[] roughLikeness(List<float[]> queries, List<ArticleId> articles) {
        var likeness = new float[articles.size()];
        Arrays.fill(likeness, Float.NEGATIVE_INFINITY);
        if (!queries.isEmpty() && queries.stream().allMatch(query -> query.length == dimension())) {
            var probes = queries.stream()
                    .map(query -> Probe.of(query, null, rows.layout()))
                    .toArray(Probe[]::new);
            new RowScan(rows, kernel, probes).into(likeness, rowsOf(articles), crew);
        }
        return likeness;
    }

    private int[] rowsOf(List<ArticleId> articles) {
        var known = rowByPlace.of(articles, rows.gone());
        var found = new int[articles.size()];
        for (int i = 0; i < found.length; i++) {
            var there = known.get(i);
            found[i] = there == null ? rows.rowOf(articles.get(i)) : there;
            if (there == null && found[i] >= 0) {
                known.put(i, found[i]);
            }
        }
        return found;
    }

    private List<Hit> thorough(float[] query, int count, Slice slice, Probe probe) {
        var hits = exact(new CodeScan(slice, kernel, probe).best(some(count), crew), query, slice);
        return hits.subList(0, Math.min(count, hits.size()));
    }

    // The int8 form errs in the third digit; that many more let the right ones in
    private static int some(int count) {
        return count + count / 2 + 32;
    }

    private List<Hit> exact(Best best, float[] query, Slice slice) {
        var hits = new ArrayList<Hit>(best.size());
        best.forEachRow(number -> {
            var block = slice.blockOf(number);
            int row = number % Layout.ROWS;
            if (slice.wants(block, row)) {
                hits.add(new Hit(block.article(row), Floats.dot(query, block.vector(row))));
            }
        });
        hits.sort(NEAREST_FIRST);
        return hits;
    }

    /** The last articles announced before the day, newest first, those of one day by id. */
    public List<ArticleId> before(long day, int count) {
        return new Newest(rows.slice(Scope.before(day)), categories -> 0, new int[] {count}).articles();
    }

    /**
     * The last articles announced before the day that have one of these for their first category, of each category so
     * many; newest first, those of one day by id.
     */
    public List<ArticleId> before(long day, Map<String, Integer> ofCategories) {
        var wanted = List.copyOf(ofCategories.keySet());
        var most = wanted.stream().mapToInt(ofCategories::get).toArray();
        return new Newest(rows.slice(Scope.before(day)), rows.categories().places(wanted), most).articles();
    }

    /** How many of the articles have each first category; those that are not here or have none are not counted. */
    public Map<String, Integer> firstCategories(Collection<ArticleId> articles) {
        var counts = new HashMap<String, Integer>();
        articles.forEach(article -> counts.merge(rows.firstCategory(article), 1, Integer::sum));
        counts.remove("");
        return counts;
    }

    /** Gives the file back; what is in memory stays readable. */
    @Override
    public void close() {
        rows.close();
    }
}
