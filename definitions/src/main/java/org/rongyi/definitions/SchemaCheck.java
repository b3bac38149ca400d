package org.rongyi.definitions;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialects;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// Holds a YAML tree against one of the published JSON Schemas and says each difference with its place in the file.
final class SchemaCheck {
    static final SchemaCheck ELEMENTS = new SchemaCheck("elements");
    static final SchemaCheck CLASSIFICATION = new SchemaCheck("classification");
    static final SchemaCheck POLICY = new SchemaCheck("policy");
    static final SchemaCheck CASE_KIND = new SchemaCheck("case-kind");
    static final SchemaCheck SERVICES = new SchemaCheck("services");
    static final SchemaCheck SERVICE_ITEM = new SchemaCheck("service-item");
    static final SchemaCheck JOURNEY = new SchemaCheck("journey");

    private final Schema schema;

    private SchemaCheck(String name) {
        var config = SchemaRegistryConfig.builder()
                .formatAssertionsEnabled(true)
                .locale(Locale.ROOT)
                .build();
        var registry =
                SchemaRegistry.withDialect(Dialects.getDraft202012(), builder -> builder.schemaRegistryConfig(config));
        schema = registry.getSchema(text(name), InputFormat.JSON);
    }

    private static String text(String name) {
        var path = "schema/" + name + ".schema.json";
        try (var input = SchemaCheck.class.getResourceAsStream(path)) {
            if (input == null) {
                throw new IllegalStateException("%s is not among the resources".formatted(path));
            }
            return new String(input.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    List<Fault> check(YamlFile file) {
        var faults = new ArrayList<Fault>();
        for (Error error : schema.validate(json(file.root()))) {
            faults.add(SchemaFault.of(file, schema.getSchemaNode(), error));
        }
        return faults;
    }

    static JsonNode json(YamlNode node) {
        var factory = JsonNodeFactory.instance;
        return switch (node) {
            case YamlNode.Mapping mapping -> {
                var object = factory.objectNode();
                mapping.entries().forEach((key, entry) -> object.set(key, json(entry.value())));
                yield object;
            }
            case YamlNode.Sequence sequence -> {
                var array = factory.arrayNode();
                sequence.items().forEach(item -> array.add(json(item)));
                yield array;
            }
            case YamlNode.Scalar scalar ->
                switch (scalar.kind()) {
                    case TEXT -> factory.stringNode(scalar.text());
                    case NUMBER -> factory.numberNode(new BigDecimal(scalar.text()));
                    case BOOLEAN ->
                        factory.booleanNode(
                                scalar.text().toLowerCase(Locale.ROOT).equals("true"));
                    case NULL -> factory.nullNode();
                };
        };
    }
}
