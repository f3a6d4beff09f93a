package org.articlerecommender.features;

import java.io.StringReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.articlerecommender.events.EventType;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** A part of a YAML file that knows where it stands, so that every complaint names file, line and field. */
record YamlPart(String file, String field, Node node) {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,47}");
    private static final Pattern SPAN = Pattern.compile("(\\d{1,5})([smhd])");

    static YamlPart parse(String file, String text) {
        try {
            var root = new Yaml(new LoaderOptions()).compose(new StringReader(text));
            if (root == null) {
                throw new BadDefinition(file, 1, "entity", "the file is empty");
            }
            return new YamlPart(file, "", root);
        } catch (MarkedYAMLException e) {
            throw new BadDefinition(file, e.getProblemMark().getLine() + 1, "file", "not YAML: " + e.getProblem(), e);
        }
    }

    BadDefinition wrong(String complaint) {
        return new BadDefinition(file, node.getStartMark().getLine() + 1, field.isEmpty() ? "file" : field, complaint);
    }

    /** Refuses fields that nobody reads and fields given twice. */
    YamlPart only(String... known) {
        var seen = new HashSet<String>();
        for (var tuple : mapping().getValue()) {
            var key = ((ScalarNode) tuple.getKeyNode()).getValue();
            var at = new YamlPart(file, name(key), tuple.getKeyNode());
            if (!Arrays.asList(known).contains(key)) {
                throw at.wrong("unknown field; known are " + String.join(", ", known));
            }
            if (!seen.add(key)) {
                throw at.wrong("given twice");
            }
        }
        return this;
    }

    Optional<YamlPart> find(String key) {
        return mapping().getValue().stream()
                .filter(tuple -> ((ScalarNode) tuple.getKeyNode()).getValue().equals(key))
                .map(tuple -> new YamlPart(file, name(key), tuple.getValueNode()))
                .findFirst();
    }

    YamlPart need(String key) {
        return find(key).orElseThrow(() -> new YamlPart(file, name(key), node).wrong("is missing"));
    }

    List<YamlPart> items() {
        if (!(node instanceof SequenceNode sequence)) {
            throw wrong("expected a list");
        }
        var items = new ArrayList<YamlPart>();
        for (var one : sequence.getValue()) {
            items.add(new YamlPart(file, field + "[" + items.size() + "]", one));
        }
        return items;
    }

    String text() {
        if (!(node instanceof ScalarNode scalar) || scalar.getValue().isBlank()) {
            throw wrong("expected a text");
        }
        return scalar.getValue();
    }

    /** A text that is also a name of a table, a column or a key. */
    String identifier() {
        if (!NAME.matcher(text()).matches()) {
            throw wrong("\"%s\" is not a name; expected at most 48 lower-case letters, digits and _".formatted(text()));
        }
        return text();
    }

    boolean flag() {
        return switch (text()) {
            case "true" -> true;
            case "false" -> false;
            default -> throw wrong("expected true or false");
        };
    }

    double number() {
        try {
            return Double.parseDouble(text());
        } catch (NumberFormatException e) {
            throw wrong("\"%s\" is not a number".formatted(text()));
        }
    }

    Duration span() {
        var span = SPAN.matcher(text());
        if (!span.matches() || Integer.parseInt(span.group(1)) == 0) {
            throw wrong("\"%s\" is not a length of time; expected one like 7d, 36h, 30m or 10s".formatted(text()));
        }
        long count = Long.parseLong(span.group(1));
        return switch (span.group(2)) {
            case "s" -> Duration.ofSeconds(count);
            case "m" -> Duration.ofMinutes(count);
            case "h" -> Duration.ofHours(count);
            default -> Duration.ofDays(count);
        };
    }

    EventType event() {
        return EventType.parse(text())
                .orElseThrow(() -> wrong("\"%s\" is not an event; expected one of %s"
                        .formatted(
                                text(),
                                String.join(
                                        ", ",
                                        Arrays.stream(EventType.values())
                                                .map(EventType::label)
                                                .toList()))));
    }

    Set<EventType> events() {
        var events = new HashSet<EventType>();
        items().forEach(item -> events.add(item.event()));
        if (events.isEmpty()) {
            throw wrong("expected at least one event");
        }
        return Set.copyOf(events);
    }

    /** The one of the choices that it is. */
    String oneOf(String... choices) {
        if (!Arrays.asList(choices).contains(text())) {
            throw wrong("unknown %s \"%s\"; expected one of %s"
                    .formatted(field.substring(field.lastIndexOf('.') + 1), text(), String.join(", ", choices)));
        }
        return text();
    }

    /** Whether it is one value rather than a list or fields. */
    boolean scalar() {
        return node instanceof ScalarNode;
    }

    /** Its fields but these in alphabetical order, as a text that stands for what they mean. */
    String content(Set<String> without) {
        var content = new TreeMap<String, String>();
        for (var tuple : mapping().getValue()) {
            content.put(((ScalarNode) tuple.getKeyNode()).getValue(), content(tuple.getValueNode()));
        }
        content.keySet().removeAll(without);
        return content.toString();
    }

    private static String content(Node node) {
        if (node instanceof SequenceNode sequence) {
            return sequence.getValue().stream()
                    .map(YamlPart::content)
                    .sorted()
                    .toList()
                    .toString();
        }
        return node instanceof ScalarNode scalar ? scalar.getValue() : Map.of().toString();
    }

    private String name(String key) {
        return field.isEmpty() ? key : field + "." + key;
    }

    private MappingNode mapping() {
        if (!(node instanceof MappingNode mapping)
                || mapping.getValue().stream().anyMatch(tuple -> !(tuple.getKeyNode() instanceof ScalarNode))) {
            throw wrong("expected fields with values");
        }
        return mapping;
    }
}
