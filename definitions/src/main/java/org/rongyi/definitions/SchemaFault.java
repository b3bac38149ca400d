package org.rongyi.definitions;

import com.networknt.schema.Error;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Puts a difference from a schema into plain words, at the place where it stands.
final class SchemaFault {
    private final YamlFile file;
    private final JsonNode schema;
    private final Error error;
    private final YamlNode node;
    private final String name;

    private SchemaFault(YamlFile file, JsonNode schema, Error error) {
        this.file = file;
        this.schema = schema;
        this.error = error;
        var at = file.root();
        var label = "the file";
        var path = error.getInstanceLocation();
        for (int i = 0; i < path.getNameCount(); i++) {
            var step = path.getElement(i);
            if (at instanceof YamlNode.Mapping mapping) {
                var entry = mapping.entries().get(step.toString());
                at = entry == null ? at : entry.value();
                label = "\"" + step + "\"";
            } else if (at instanceof YamlNode.Sequence sequence && step instanceof Integer index) {
                at = sequence.items().get(index);
                label = "entry " + (index + 1);
            }
        }
        this.node = at;
        this.name = label;
    }

    static Fault of(YamlFile file, JsonNode schema, Error error) {
        return new SchemaFault(file, schema, error).fault();
    }

    private Fault fault() {
        var property = error.getProperty();
        return switch (error.getKeyword()) {
            case "required" -> here("\"%s\" is missing in %s".formatted(property, name), missingAdvice(property));
            case "additionalProperties" -> unknownKey(property);
            case "type" -> here("%s must be %s, not %s".formatted(name, expectedTypes(), found()), typeAdvice());
            case "enum" -> enumeration();
            case "format" -> here("%s must be a date, not \"%s\"".formatted(name, text()), "Maybe 2026-04-01");
            case "minLength" -> here(name + " is empty", null);
            case "minItems" -> here(name + " is an empty list", null);
            case "maxLength" -> here(name + " is too long", null);
            case "pattern" -> here("%s cannot be \"%s\"".formatted(name, text()), idAdvice());
            case "minimum" -> belowMinimum();
            default -> here("%s %s".formatted(name, error.getMessage()), null);
        };
    }

    private Fault belowMinimum() {
        var least = error.getSchemaNode().asString();
        return here("%s must not be below %s, but is %s".formatted(name, least, text()), null);
    }

    private Fault here(String message, @Nullable String advice) {
        return file.fault(node, message, advice);
    }

    private @Nullable String missingAdvice(String property) {
        if (node instanceof YamlNode.Mapping mapping) {
            var near = Nearest.to(property, mapping.entries().keySet());
            if (near.isPresent()) {
                return "Maybe \"%s\" instead of \"%s\"".formatted(property, near.get());
            }
        }
        return property.equals("conditions") ? "Maybe add \"conditions:\" with a list of rules" : null;
    }

    private Fault unknownKey(String key) {
        var known = new ArrayList<String>();
        schemaBeside().path("properties").propertyNames().forEach(known::add);
        int at = node.start();
        if (node instanceof YamlNode.Mapping mapping && mapping.entries().get(key) != null) {
            at = mapping.entries().get(key).keyStart();
        }
        var advice = Nearest.to(key, known)
                .map(near -> "Maybe \"" + near + "\"")
                .orElse(known.isEmpty() ? null : "Maybe one of " + String.join(", ", known));
        return file.source().fault(at, "unknown key \"%s\"".formatted(key), advice);
    }

    /// The schema object in which the keyword that failed stands.
    private JsonNode schemaBeside() {
        var path = error.getSchemaLocation().getFragment();
        var at = schema;
        for (int i = 0; i < path.getNameCount() - 1; i++) {
            var step = path.getElement(i);
            at = step instanceof Integer index ? at.path(index) : at.path(step.toString());
        }
        return at;
    }

    private Fault enumeration() {
        var values = new ArrayList<String>();
        error.getSchemaNode().forEach(value -> values.add(value.asString()));
        var message = "%s is \"%s\", which is none of %s".formatted(name, text(), String.join(", ", values));
        return here(message, Nearest.advice(text(), values).orElse(null));
    }

    private String expectedTypes() {
        var types = new ArrayList<String>();
        JsonNode expected = error.getSchemaNode();
        if (expected.isArray()) {
            expected.forEach(type -> types.add(inWords(type.asString())));
        } else {
            types.add(inWords(expected.asString()));
        }
        return String.join(" or ", types);
    }

    private static String inWords(String type) {
        return switch (type) {
            case "string" -> "a text";
            case "object" -> "a block of keys";
            case "array" -> "a list";
            case "number" -> "a number";
            case "integer" -> "a whole number";
            case "boolean" -> "true or false";
            default -> type;
        };
    }

    private String found() {
        return switch (node) {
            case YamlNode.Mapping mapping -> "a block of keys";
            case YamlNode.Sequence sequence -> "a list";
            case YamlNode.Scalar scalar ->
                switch (scalar.kind()) {
                    case TEXT -> "the text \"%s\"".formatted(text());
                    case NUMBER -> "the number " + scalar.text();
                    case BOOLEAN -> "the value " + scalar.text();
                    case NULL -> "empty";
                };
        };
    }

    private @Nullable String typeAdvice() {
        boolean wantsText = expectedTypes().contains("a text");
        if (wantsText && node instanceof YamlNode.Scalar scalar && scalar.kind() != YamlNode.Kind.NULL) {
            return "Maybe \"%s\", in quotes".formatted(scalar.text());
        }
        if (expectedTypes().equals("a list") && node instanceof YamlNode.Mapping) {
            return "Maybe \"- \" before its first key";
        }
        return null;
    }

    private @Nullable String idAdvice() {
        var pattern = error.getSchemaNode().asString();
        return pattern.startsWith("^[A-Za-z]") || pattern.startsWith("^[\\p{L}")
                ? "Maybe letters, digits and \"_\" only, beginning with a letter"
                : null;
    }

    private String text() {
        var text = node instanceof YamlNode.Scalar scalar ? scalar.text() : "";
        return text.length() > 60 ? text.substring(0, 60) + "…" : text;
    }
}
