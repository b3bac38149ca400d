package org.rongyi.bench;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kie.dmn.feel.FEEL;
import org.kie.dmn.feel.lang.CompiledExpression;
import org.kie.dmn.feel.lang.CompilerContext;
import org.kie.dmn.feel.lang.Type;
import org.kie.dmn.feel.lang.impl.FEELBuilder;
import org.kie.dmn.feel.lang.types.BuiltInType;
import org.rongyi.rules.Answer;
import org.rongyi.rules.Compilation;
import org.rongyi.rules.Element;
import org.rongyi.rules.Row;
import org.rongyi.rules.Rule;
import org.rongyi.rules.RuleCompiler;
import org.rongyi.rules.ValueType;

/// KIE's own evaluator over the texts of the rules, each parsed before the clock runs.
final class KiePeer {

    private final FEEL feel = FEELBuilder.builder().build();
    private final List<CompiledExpression> compiled = new ArrayList<>();
    private final List<Element> elements;
    private final Map<String, Rule> formulas = new HashMap<>();
    private final LocalDate asOf;

    KiePeer(Workload workload, List<Rule> rules) {
        this.asOf = workload.asOf();
        this.elements = workload.dictionary().elements();
        RuleCompiler compiler = new RuleCompiler(workload.dictionary());
        for (Element element : elements) {
            if (element.derived() && compiler.value(element.id()) instanceof Compilation.Compiled(Rule formula)) {
                formulas.put(element.id(), formula);
            }
        }
        CompilerContext context = feel.newCompilerContext();
        context.addInputVariableType("asOf", BuiltInType.DATE);
        for (Element element : elements) {
            for (String name : List.of(element.id(), element.zh(), element.en())) {
                context.addInputVariableType(name, type(element.type()));
            }
        }
        rules.forEach(rule -> compiled.add(feel.compile(rule.text(), context)));
    }

    private static Type type(ValueType type) {
        return switch (type) {
            case NUMBER -> BuiltInType.NUMBER;
            case TEXT, CODE -> BuiltInType.STRING;
            case CODES -> BuiltInType.LIST;
            case BOOLEAN -> BuiltInType.BOOLEAN;
            case DATE -> BuiltInType.DATE;
        };
    }

    /// A firm as KIE takes it, derived elements computed. Made before the clock runs.
    Map<String, Object> context(Row row) {
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("asOf", asOf);
        for (Element element : elements) {
            Object value = row.value(element.id());
            Rule formula = formulas.get(element.id());
            if (formula != null && formula.evaluate(row, asOf) instanceof Answer.Known(var known)) {
                value = known;
            }
            if (value instanceof java.util.Collection<?> set) {
                value = new ArrayList<Object>(set);
            }
            values.put(element.id(), value);
            values.put(element.zh(), value);
            values.put(element.en(), value);
        }
        @SuppressWarnings("unchecked")
        Map<String, Object> taken = (Map<String, Object>) (Map<String, ?>) values;
        return taken;
    }

    /// How many of the rules hold.
    int match(Map<String, Object> context) {
        int holds = 0;
        for (CompiledExpression rule : compiled) {
            holds += Boolean.TRUE.equals(feel.evaluate(rule, context)) ? 1 : 0;
        }
        return holds;
    }

    /// Whether one of the rules holds.
    boolean holds(int rule, Map<String, Object> context) {
        return Boolean.TRUE.equals(feel.evaluate(compiled.get(rule), context));
    }
}
