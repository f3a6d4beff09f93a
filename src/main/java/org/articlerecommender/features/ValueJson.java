package org.articlerecommender.features;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import java.io.IOException;

/** Values of any dtype as JSON. */
class ValueJson extends JsonSerializer<Object> {

    @Override
    public void serialize(Object value, JsonGenerator to, SerializerProvider types) throws IOException {
        // the shortest form that reads back the same; Java 17's own takes several times as long to find one
        to.enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER.mappedFeature());
        if (value instanceof Double number) {
            to.writeNumber(number);
        } else if (value instanceof Long number) {
            to.writeNumber(number);
        } else {
            types.defaultSerializeValue(value, to);
        }
    }
}
