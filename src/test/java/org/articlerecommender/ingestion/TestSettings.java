package org.articlerecommender.ingestion;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.config.validator.BeanValidationConfigValidator;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** Settings as the application would see them, with some of them given and the rest at their defaults. */
final class TestSettings {

    private static final Validator VALIDATOR =
            Validation.buildDefaultValidatorFactory().getValidator();

    private TestSettings() {}

    static ArxivConfig arxiv(String... namesAndValues) {
        var values = new HashMap<String, String>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            values.put("arxiv." + namesAndValues[i], namesAndValues[i + 1]);
        }
        return arxiv(values);
    }

    private static ArxivConfig arxiv(Map<String, String> values) {
        return new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(values, "test", 500))
                .withConverter(Duration.class, 200, DurationConverter::parseDuration)
                .withMapping(ArxivConfig.class)
                .withValidator((BeanValidationConfigValidator) () -> VALIDATOR)
                .build()
                .getConfigMapping(ArxivConfig.class);
    }
}
