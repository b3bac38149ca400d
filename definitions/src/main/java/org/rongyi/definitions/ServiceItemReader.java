package org.rongyi.definitions;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rongyi.definitions.ServiceItem.Basis;
import org.rongyi.definitions.ServiceItem.Limit;
import org.rongyi.definitions.ServiceItem.Named;
import org.rongyi.definitions.ServiceItem.Needs;
import org.rongyi.definitions.ServiceItem.Situation;
import org.rongyi.definitions.ServiceItem.Yields;

/// Reads one service item and checks what can be seen in its file alone: names that stand for something,
/// days that the law allows.
final class ServiceItemReader {
    private final YamlFile file;
    private final RuleTexts rules;
    private final Definitions definitions;
    private final ServiceTerms terms;
    private final List<Fault> faults;

    private ServiceItemReader(
            YamlFile file, RuleTexts rules, Definitions definitions, ServiceTerms terms, List<Fault> faults) {
        this.file = file;
        this.rules = rules;
        this.definitions = definitions;
        this.terms = terms;
        this.faults = faults;
    }

    /// The item, or null if the file has an error.
    static @Nullable ServiceItem read(
            YamlFile file, RuleTexts rules, Definitions definitions, ServiceTerms terms, List<Fault> faults) {
        var own = new ArrayList<>(SchemaCheck.SERVICE_ITEM.check(file));
        var values = YamlValues.of(file.root());
        var item = values == null ? null : new ServiceItemReader(file, rules, definitions, terms, own).item(values);
        faults.addAll(own);
        return own.stream().anyMatch(Fault::isError) ? null : item;
    }

    private @Nullable ServiceItem item(YamlValues values) {
        var department = reference(values, "department");
        var with = ids(values, "with", terms.departments().keySet(), "department");
        var limit = limit(values);
        var needs = needs(values);
        var situations = situations(values.items("situations"), limit);
        var node = values.node("again");
        var again = node == null
                ? null
                : situations(List.of(node), limit).stream().findFirst().orElse(null);
        var yields = yields(values);
        var id = values.text("id");
        var name = values.words("name");
        var type = values.constant("type", ServiceItem.Type.class);
        var what = values.words("what");
        if (id == null || name == null || type == null || what == null || department == null) {
            return null;
        }
        return new ServiceItem(
                id,
                Objects.requireNonNullElse(values.text("version"), "1"),
                name,
                values.text("code"),
                type,
                department,
                with.stream().map(Named::id).toList(),
                values.constant("level", PolicyDefinition.Level.class),
                values.words("who"),
                what,
                values.constant("online", ServiceItem.OnlineDepth.class),
                values.text("anywhere") == null ? null : (Boolean) values.flag("anywhere"),
                limit,
                fee(values),
                basis(values),
                needs,
                situations,
                again,
                yields,
                new EffectReader(file, definitions, faults).read(values),
                result(values),
                values.wordsList("verify"),
                values.words("source"),
                SchemaCheck.json(file.root()).toString(),
                file.source().place(values.start("id")));
    }

    private @Nullable String reference(YamlValues values, String key) {
        var scalar = values.scalar(key);
        var known = terms.departments().keySet();
        return scalar != null && Reference.known(file, scalar, known, "department", faults) ? scalar.text() : null;
    }

    private Limit limit(YamlValues item) {
        var values = YamlValues.of(item.node("limit"));
        if (values == null) {
            return new Limit(null, null, null, null);
        }
        var legal = whole(values, "legal");
        var promised = whole(values, "promised");
        withinTheLaw(values, promised, legal);
        return new Limit(legal, promised, whole(values, "notice"), values.words("note"));
    }

    private void withinTheLaw(YamlValues values, @Nullable Integer promised, @Nullable Integer legal) {
        if (promised != null && legal != null && promised > legal) {
            var message = "promises %d working days, the law allows %d".formatted(promised, legal);
            faults.add(file.source().fault(values.start("promised"), message, "Maybe the two are exchanged"));
        }
    }

    private static ServiceItem.@Nullable Fee fee(YamlValues item) {
        var values = YamlValues.of(item.node("fee"));
        return values == null ? null : new ServiceItem.Fee(values.flag("free"), values.words("note"));
    }

    private static List<Basis> basis(YamlValues item) {
        var basis = new ArrayList<Basis>();
        for (var node : item.items("basis")) {
            var values = YamlValues.of(node);
            var title = values == null ? null : values.words("title");
            if (values != null && title != null) {
                basis.add(new Basis(title, values.words("clause"), values.words("note")));
            }
        }
        return List.copyOf(basis);
    }

    private Needs needs(YamlValues parent) {
        var values = YamlValues.of(parent.node("needs"));
        return values == null
                ? Needs.NONE
                : new Needs(
                        elements(values),
                        ids(values, "materials", terms.materials().keySet(), "material"),
                        ids(values, "licences", terms.licences().keySet(), "licence"));
    }

    private Yields yields(YamlValues item) {
        var values = YamlValues.of(item.node("yields"));
        return values == null
                ? Yields.NONE
                : new Yields(
                        elements(values),
                        ids(values, "licences", terms.licences().keySet(), "licence"));
    }

    private List<Situation> situations(List<YamlNode> nodes, Limit limit) {
        var situations = new ArrayList<Situation>();
        var ids = new HashSet<String>();
        for (var node : nodes) {
            var values = YamlValues.of(node);
            var id = values == null ? null : values.text("id");
            var name = values == null ? null : values.words("name");
            var when = values == null ? null : values.scalar("when");
            if (values == null || id == null || name == null || when == null) {
                continue;
            }
            if (!ids.add(id)) {
                var message = "situation \"%s\" is here for the second time".formatted(id);
                faults.add(file.source().fault(values.start("id"), message, "Maybe give it another id"));
            }
            var rule = rules.condition(file, when, faults);
            var promised = whole(values, "promised");
            withinTheLaw(values, promised, limit.legal());
            var needs = needs(values);
            if (rule != null) {
                situations.add(new Situation(
                        id, name, rule, needs, promised, values.words("note"), file.place(values.mapping())));
            }
        }
        return List.copyOf(situations);
    }

    private static ServiceItem.@Nullable Result result(YamlValues item) {
        var values = YamlValues.of(item.node("result"));
        var name = values == null ? null : values.words("name");
        return values == null || name == null
                ? null
                : new ServiceItem.Result(name, values.words("looks"), values.words("valid"));
    }

    /// Elements by id or name; a derived one is computed and asked of nobody.
    private List<Named> elements(YamlValues values) {
        var names = new ArrayList<String>();
        definitions.elements().forEach(element -> {
            names.add(element.id());
            names.add(element.name().zh());
            names.add(element.name().en());
        });
        var named = new ArrayList<Named>();
        for (var name : ids(values, "elements", names, "element")) {
            definitions.find(name.id()).ifPresent(element -> {
                if (element.element().derived()) {
                    var message =
                            "element \"%s\" is computed and can be neither asked nor yielded".formatted(name.id());
                    faults.add(Fault.error(name.place(), message, "Maybe name the elements of its formula"));
                }
                named.add(new Named(element.id(), name.place()));
            });
        }
        return List.copyOf(named);
    }

    private List<Named> ids(YamlValues values, String key, Collection<String> known, String what) {
        var named = new ArrayList<Named>();
        var seen = new HashSet<String>();
        for (var node : values.oneOrMore(key)) {
            if (node instanceof YamlNode.Scalar scalar && Reference.known(file, scalar, known, what, faults)) {
                if (seen.add(scalar.text())) {
                    named.add(new Named(scalar.text(), file.place(scalar)));
                } else {
                    var message = "%s \"%s\" is here for the second time".formatted(what, scalar.text());
                    faults.add(file.fault(scalar, message, null));
                }
            }
        }
        return List.copyOf(named);
    }

    private static @Nullable Integer whole(YamlValues values, String key) {
        return Optional.ofNullable(values.number(key))
                .map(number -> number.intValue())
                .orElse(null);
    }
}
