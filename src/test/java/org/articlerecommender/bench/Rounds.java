package org.articlerecommender.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** The loads of several variants, round by round, and the figures of them. */
class Rounds {

    /** The endpoint that does nothing: what HTTP, the client and the machine cost by themselves. */
    static final String CHEAP = "/q/health/live";

    /** One turn of a variant. */
    @FunctionalInterface
    interface Turn {
        Load run(int round) throws Exception;
    }

    private final Map<String, List<Load>> loads = new LinkedHashMap<>();

    /** Gives every variant its turn in each round, each round beginning with another one. */
    static Rounds alternate(int rounds, Map<String, Turn> variants) throws Exception {
        var all = new Rounds();
        var names = List.copyOf(variants.keySet());
        names.forEach(name -> all.loads.put(name, new ArrayList<>()));
        for (int round = 0; round < rounds; round++) {
            for (int i = 0; i < names.size(); i++) {
                var name = names.get((i + round) % names.size());
                all.add(name, variants.get(name).run(round));
            }
        }
        return all;
    }

    void add(String variant, Load load) {
        loads.computeIfAbsent(variant, name -> new ArrayList<>()).add(load);
    }

    Figure percentile(String variant, double percent) {
        var name = "%s p%s".formatted(variant, percent == Math.rint(percent) ? "%.0f".formatted(percent) : percent);
        return Figure.of(name, "ms", each(variant, load -> load.milliseconds().percentile(percent)));
    }

    /** The percentile of a variant beside the same percentile of another. */
    Figure percentile(String variant, double percent, String baseline) {
        return percentile(variant, percent)
                .against(baseline, percentile(baseline, percent).value());
    }

    /** What a request of a variant costs the application beside one of another. */
    Figure cpu(String variant, String baseline) {
        return Figure.of(variant + " CPU", "ms", each(variant, Load::cpuEach))
                .against(baseline, each(baseline, Load::cpuEach).median());
    }

    /** What a request of a variant makes the application allocate beside one of another. */
    Figure allocation(String variant, String baseline) {
        return Figure.of(variant + " allocated", "kB", each(variant, load -> load.bytesEach() / 1e3))
                .against(
                        baseline, each(baseline, load -> load.bytesEach() / 1e3).median());
    }

    Figure throughput(String variant, String baseline) {
        return Figure.of(variant + " answered", "/s", each(variant, Load::perSecond))
                .against(baseline, each(baseline, Load::perSecond).median());
    }

    private Sample each(String variant, ToDoubleFunction<Load> value) {
        return new Sample(loads.get(variant).stream().mapToDouble(value).toArray());
    }
}
