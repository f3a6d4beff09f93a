package org.articlerecommender.onnx;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A model's graph, to be looked at and changed. */
final class Graph {

    private static final int MODEL_OPERATORS = 8;
    private static final int MODEL_GRAPH = 7;
    private static final int NODE = 1;
    private static final int TENSOR = 5;
    private static final int INPUT = 11;
    private static final int OUTPUT = 12;

    private final Message model;
    private final Message graph;
    private final List<Node> nodes;
    private final Map<String, Node> makers = new HashMap<>();
    private final Map<String, List<Node>> users = new HashMap<>();
    private final Map<String, Tensor> tensors = new HashMap<>();
    private final Set<String> inputs = new HashSet<>();

    private Graph(Message model, Message graph) {
        this.model = model;
        this.graph = graph;
        this.nodes = new ArrayList<>(graph.all(NODE).map(Node::read).toList());
        for (var node : nodes) {
            node.outputs().forEach(output -> makers.put(output, node));
            node.inputs()
                    .forEach(input -> users.computeIfAbsent(input, name -> new ArrayList<>())
                            .add(node));
        }
        graph.all(TENSOR).map(Tensor::read).forEach(tensor -> tensors.put(tensor.name(), tensor));
        graph.all(INPUT).map(Message::read).forEach(input -> inputs.add(input.text(1)));
    }

    static Graph read(byte[] bytes) {
        var model = Message.read(ByteBuffer.wrap(bytes));
        return new Graph(model, Message.read(model.all(MODEL_GRAPH).findFirst().orElseThrow()));
    }

    List<Node> nodes() {
        return List.copyOf(nodes);
    }

    /** The operation that makes a value, if it is of this kind. */
    Optional<Node> maker(String value, String operator) {
        return Optional.ofNullable(makers.get(value))
                .filter(node -> node.operator().equals(operator));
    }

    /** The only operation of this kind that uses a value. */
    Optional<Node> user(String value, String operator) {
        var found = users.getOrDefault(value, List.of()).stream()
                .filter(node -> node.operator().equals(operator))
                .toList();
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    /** A constant, whichever way the graph has it; one whose elements lie elsewhere is none. */
    Optional<Tensor> constant(String value) {
        var tensor = tensors.get(value);
        var found = tensor == null ? maker(value, "Constant").map(Node::value).orElse(null) : tensor;
        return Optional.ofNullable(found).filter(one -> one.data() != null);
    }

    /** The one number of a constant; NaN when it is something else. */
    float number(String value) {
        return constant(value).map(Tensor::number).orElse(Float.NaN);
    }

    /** The inputs of the graph that a value depends on. */
    Set<String> sources(String value) {
        return sources(value, Set.of());
    }

    /** Whether what the input holds, and not its shape alone, makes a value. */
    boolean computedFrom(String value, String input) {
        return sources(value, Set.of("Shape")).contains(input);
    }

    private Set<String> sources(String value, Set<String> closed) {
        var found = new HashSet<String>();
        var open = new ArrayList<>(List.of(value));
        var seen = new HashSet<String>();
        while (!open.isEmpty()) {
            var name = open.remove(open.size() - 1);
            if (seen.add(name)) {
                if (inputs.contains(name)) {
                    found.add(name);
                }
                var maker = makers.get(name);
                if (maker != null && !closed.contains(maker.operator())) {
                    open.addAll(maker.inputs());
                }
            }
        }
        return found;
    }

    /** Another operation for the same output. */
    void replace(Node before, Node after) {
        nodes.set(nodes.indexOf(before), after);
    }

    /** The model without what nothing uses, declaring that it also uses operators of the domain. */
    byte[] write(String domain) {
        var needed = new HashSet<String>();
        graph.all(OUTPUT).map(Message::read).forEach(output -> needed.add(output.text(1)));
        var kept = new ArrayList<Node>();
        for (int i = nodes.size() - 1; i >= 0; i--) {
            var node = nodes.get(i);
            if (node.outputs().stream().anyMatch(needed::contains)) {
                needed.addAll(node.inputs());
                kept.add(0, node);
            }
        }
        var changed = graph.without(NODE, TENSOR);
        kept.forEach(node -> changed.add(NODE, node.message()));
        graph.all(TENSOR)
                .filter(bytes -> needed.contains(Tensor.read(bytes).name()))
                .forEach(bytes -> changed.add(TENSOR, bytes));
        return model.without(MODEL_GRAPH)
                .add(MODEL_OPERATORS, new Message().add(1, domain).add(2, 1))
                .add(MODEL_GRAPH, changed)
                .write();
    }
}
