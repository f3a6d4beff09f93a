package org.articlerecommender.onnx;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;

/** One operation of a graph: names of values in, names of values out. */
record Node(String operator, List<String> inputs, List<String> outputs, Message message) {

    private static final int INPUT = 1;
    private static final int OUTPUT = 2;
    private static final int NAME = 3;
    private static final int OPERATOR = 4;
    private static final int ATTRIBUTE = 5;
    private static final int DOMAIN = 7;
    private static final int ATTRIBUTE_FLOAT = 2;
    private static final int ATTRIBUTE_INT = 3;
    private static final int ATTRIBUTE_TENSOR = 5;
    private static final int ATTRIBUTE_INTS = 8;
    private static final int ATTRIBUTE_TYPE = 20;
    private static final int TYPE_FLOAT = 1;
    private static final int TYPE_INT = 2;

    static Node read(ByteBuffer bytes) {
        var message = Message.read(bytes);
        return new Node(message.text(OPERATOR), message.texts(INPUT), message.texts(OUTPUT), message);
    }

    /** An operation of ONNX Runtime's own, or of ONNX for an empty domain. */
    static Node of(String domain, String operator, List<String> inputs, String output) {
        var message = new Message();
        inputs.forEach(input -> message.add(INPUT, input));
        message.add(OUTPUT, output).add(NAME, output + "_" + operator).add(OPERATOR, operator);
        if (!domain.isEmpty()) {
            message.add(DOMAIN, domain);
        }
        return new Node(operator, inputs, List.of(output), message);
    }

    /** The same with a whole number as an attribute. */
    Node with(String attribute, long number) {
        message.add(
                ATTRIBUTE,
                new Message().add(1, attribute).add(ATTRIBUTE_INT, number).add(ATTRIBUTE_TYPE, TYPE_INT));
        return this;
    }

    /** The same with a number as an attribute. */
    Node with(String attribute, float number) {
        message.add(
                ATTRIBUTE,
                new Message().add(1, attribute).add(ATTRIBUTE_FLOAT, number).add(ATTRIBUTE_TYPE, TYPE_FLOAT));
        return this;
    }

    /** The number of an attribute. */
    Optional<Float> number(String attribute) {
        return attribute(attribute)
                .filter(one -> one.has(ATTRIBUTE_FLOAT))
                .map(one -> Float.intBitsToFloat((int) one.number(ATTRIBUTE_FLOAT)));
    }

    /** The whole numbers of an attribute; none when it is not there. */
    List<Long> ints(String attribute) {
        return attribute(attribute)
                .map(one -> one.has(ATTRIBUTE_INTS) ? one.numbers(ATTRIBUTE_INTS) : one.numbers(ATTRIBUTE_INT))
                .orElse(List.of());
    }

    /** The value of a constant. */
    Tensor value() {
        return attribute("value").stream()
                .flatMap(one -> one.all(ATTRIBUTE_TENSOR))
                .map(Tensor::read)
                .findFirst()
                .orElse(null);
    }

    private Optional<Message> attribute(String name) {
        return message.all(ATTRIBUTE)
                .map(Message::read)
                .filter(one -> one.text(1).equals(name))
                .findFirst();
    }

    String output() {
        return outputs.get(0);
    }
}
