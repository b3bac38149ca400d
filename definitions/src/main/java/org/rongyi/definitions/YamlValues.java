package org.rongyi.definitions;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Takes values out of a block of keys whose shape the schema has already judged: what has the wrong shape was reported
/// there and is absent here.
record YamlValues(YamlNode.Mapping mapping) {

    static @Nullable YamlValues of(@Nullable YamlNode node) {
        return node instanceof YamlNode.Mapping mapping ? new YamlValues(mapping) : null;
    }

    @Nullable
    YamlNode node(String key) {
        var entry = mapping.entries().get(key);
        return entry == null ? null : entry.value();
    }

    int start(String key) {
        var node = node(key);
        return node == null ? mapping.start() : node.start();
    }

    YamlNode.@Nullable Scalar scalar(String key) {
        return node(key) instanceof YamlNode.Scalar scalar && scalar.kind() != YamlNode.Kind.NULL ? scalar : null;
    }

    @Nullable
    String text(String key) {
        var scalar = scalar(key);
        return scalar == null ? null : scalar.text();
    }

    boolean flag(String key) {
        var text = text(key);
        return text != null && text.toLowerCase(Locale.ROOT).equals("true");
    }

    @Nullable
    BigDecimal number(String key) {
        var scalar = scalar(key);
        return scalar == null || scalar.kind() != YamlNode.Kind.NUMBER ? null : new BigDecimal(scalar.text());
    }

    @Nullable
    LocalDate date(String key) {
        var text = text(key);
        if (text == null) {
            return null;
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException reportedByTheSchema) {
            return null;
        }
    }

    <E extends Enum<E>> @Nullable E constant(String key, Class<E> type) {
        var text = text(key);
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(text)) {
                return constant;
            }
        }
        return null;
    }

    @Nullable
    Words words(String key) {
        return words(node(key));
    }

    /// A list of texts; a single one may stand without the list.
    List<Words> wordsList(String key) {
        var list = new ArrayList<Words>();
        for (var item : oneOrMore(key)) {
            var words = words(item);
            if (words != null) {
                list.add(words);
            }
        }
        return List.copyOf(list);
    }

    List<YamlNode> items(String key) {
        return node(key) instanceof YamlNode.Sequence sequence ? sequence.items() : List.of();
    }

    /// Several entries; a single one may stand without the list.
    List<YamlNode> oneOrMore(String key) {
        var node = node(key);
        return node instanceof YamlNode.Sequence sequence ? sequence.items() : nullable(node);
    }

    private static List<YamlNode> nullable(@Nullable YamlNode node) {
        return node == null ? List.of() : List.of(node);
    }

    private static @Nullable Words words(@Nullable YamlNode node) {
        if (node instanceof YamlNode.Scalar scalar) {
            return scalar.kind() == YamlNode.Kind.NULL ? null : Words.same(scalar.text());
        }
        var values = of(node);
        var zh = values == null ? null : values.text("zh");
        if (values == null || zh == null) {
            return null;
        }
        var en = values.text("en");
        return new Words(zh, en == null ? zh : en);
    }
}
