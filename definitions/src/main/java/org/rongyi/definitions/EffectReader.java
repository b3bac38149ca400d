package org.rongyi.definitions;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rongyi.definitions.ServiceItem.Effect;
import org.rongyi.rules.ValueType;

/// Reads what a grant changes in the portrait of a firm, and checks that it can be changed so.
record EffectReader(YamlFile file, Definitions definitions, List<Fault> faults) {

    List<Effect> read(YamlValues item) {
        var effects = new ArrayList<Effect>();
        for (var node : item.items("records")) {
            var values = YamlValues.of(node);
            var scalar = values == null ? null : values.scalar("element");
            var element =
                    scalar == null ? null : definitions.find(scalar.text()).orElse(null);
            if (values == null || scalar == null) {
                continue;
            }
            if (element == null || !element.inPortrait() || element.element().derived()) {
                report(values, "element \"%s\" stands in no portrait".formatted(scalar.text()), null);
                continue;
            }
            var effect = effect(values, element);
            if (effect != null) {
                effects.add(effect);
            }
        }
        return List.copyOf(effects);
    }

    private @Nullable Effect effect(YamlValues values, ElementDefinition element) {
        var from = values.text("from");
        var is = values.text("is");
        var adds = values.text("adds");
        var place = file.source().place(values.start("element"));
        if (from != null) {
            var source = definitions.find(from).orElse(null);
            if (source != null && source.element().type() == element.element().type()) {
                return new Effect(element.id(), source.id(), null, null, place);
            }
            return refused(values, "element \"%s\" is not of the type of \"%s\"".formatted(from, element.id()));
        }
        if (adds != null) {
            return element.element().type() == ValueType.CODES && known(element, adds)
                    ? new Effect(element.id(), null, null, adds, place)
                    : refused(values, "\"%s\" is no code of \"%s\"".formatted(adds, element.id()));
        }
        var value = is == null ? null : value(element, is);
        return value == null
                ? refused(values, "\"%s\" is no value of \"%s\"".formatted(is, element.id()))
                : new Effect(element.id(), null, value, null, place);
    }

    private @Nullable Object value(ElementDefinition element, String is) {
        return switch (element.element().type()) {
            case BOOLEAN -> is.equals("true") || is.equals("false") ? (Object) is.equals("true") : null;
            case CODE -> known(element, is) ? is : null;
            case TEXT -> is;
            case NUMBER, DATE, CODES -> null;
        };
    }

    private boolean known(ElementDefinition element, String code) {
        return definitions
                .classificationOf(element.id())
                .filter(list ->
                        list.entries().stream().anyMatch(entry -> entry.code().equals(code)))
                .isPresent();
    }

    private @Nullable Effect refused(YamlValues values, String message) {
        report(values, message, "Maybe name one of: from (an entry of the form), is (a value), adds (a code)");
        return null;
    }

    private void report(YamlValues values, String message, @Nullable String advice) {
        faults.add(file.source().fault(values.start("element"), message, advice));
    }
}
