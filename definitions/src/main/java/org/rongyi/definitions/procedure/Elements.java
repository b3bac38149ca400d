package org.rongyi.definitions.procedure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.rongyi.definitions.CaseKind;
import org.rongyi.definitions.Words;
import org.rongyi.definitions.procedure.Procedure.Flow;
import org.rongyi.definitions.procedure.Procedure.Node;
import org.rongyi.definitions.procedure.Procedure.Shape;

/// The elements of one process, each taken, mapped or refused.
final class Elements {
    /// So that an id can be written into another text without a thought.
    private static final Pattern ID = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]{0,63}");

    private static final Set<String> STEPS = Set.of("userTask", "manualTask", "task");
    private static final Set<String> WITHOUT_MEANING = Set.of(
            "textAnnotation",
            "association",
            "dataObject",
            "dataObjectReference",
            "dataStoreReference",
            "group",
            "documentation",
            "laneSet",
            "extensionElements",
            "ioSpecification",
            "category");

    private final Xml process;
    private final CaseKind kind;
    private final Roles roles;
    private final List<Note> notes;
    private final List<Node> nodes = new ArrayList<>();
    private final List<Flow> flows = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();
    private final Map<String, String> lanes = new HashMap<>();

    Elements(Xml process, CaseKind kind, Roles roles, List<Note> notes) {
        this.process = process;
        this.kind = kind;
        this.roles = roles;
        this.notes = notes;
    }

    List<Node> nodes() {
        return List.copyOf(nodes);
    }

    List<Flow> flows() {
        return List.copyOf(flows);
    }

    void read() {
        process.all()
                .filter(each -> each.is(Bpmn.MODEL, "lane"))
                .forEach(lane -> lane.children(Bpmn.MODEL, "flowNodeRef").forEach(node -> {
                    String name = lane.get("name");
                    if (name != null) {
                        lanes.put(node.text(), name);
                    }
                }));
        Calls.refuse(process, notes);
        Set<String> ignored = new LinkedHashSet<>();
        for (Xml element : process.children) {
            if (element.namespace.equals(Bpmn.MODEL) && !element.name.equals("sequenceFlow")) {
                node(element, ignored);
            }
        }
        process.children(Bpmn.MODEL, "sequenceFlow").forEach(this::flow);
        if (!ignored.isEmpty()) {
            notes.add(Note.mapped(
                    process.line,
                    "只画图、不影响办理的没有收：" + String.join("、", ignored),
                    "left out, without effect: " + String.join(", ", ignored)));
        }
    }

    private void node(Xml element, Set<String> ignored) {
        switch (element.name) {
            case "startEvent", "endEvent" -> event(element);
            case "userTask", "manualTask", "task" -> step(element);
            case "exclusiveGateway" -> add(element, Shape.CHOICE, new Words("选择", "Choice"), null, null);
            case "parallelGateway" -> add(element, Shape.FORK, new Words("并行", "Fork"), null, null);
            case "boundaryEvent" -> boundary(element);
            case "documentation", "laneSet", "extensionElements" -> {}
            default -> {
                if (WITHOUT_MEANING.contains(element.name)) {
                    ignored.add(element.name);
                } else if (!Calls.TASKS.containsKey(element.name)) {
                    notes.add(Note.fault(
                                    element.line,
                                    "不支持（" + element.name + "）" + called(element),
                                    "(" + element.name + ") is not supported" + called(element))
                            .maybe(
                                    "只用用户任务、排他网关、并行网关、开始和结束",
                                    "Maybe use user tasks, exclusive and parallel gateways, a start and ends only"));
                }
            }
        }
    }

    private static String called(Xml element) {
        String name = element.get("name");
        return name == null ? "" : "“" + name + "”";
    }

    private void event(Xml element) {
        boolean start = element.name.equals("startEvent");
        Optional<Xml> definition = element.children.stream()
                .filter(child -> child.name.endsWith("EventDefinition"))
                .filter(child -> !child.name.equals("terminateEventDefinition"))
                .findFirst();
        definition.ifPresent(found -> notes.add(Note.fault(
                found.line,
                start ? "只能由办件开始，不能由（" + found.name + "）" : "结束时不能（" + found.name + "）",
                start ? "a case starts it, not a (" + found.name + ")" : "an end cannot do (" + found.name + ")")));
        add(
                element,
                start ? Shape.START : Shape.END,
                start ? new Words("开始", "Start") : new Words("结束", "End"),
                null,
                null);
    }

    /// The clocks of a case remind and escalate; a timer of a procedure would be a second promise beside them.
    private void boundary(Xml element) {
        boolean timer =
                element.children(Bpmn.MODEL, "timerEventDefinition").findAny().isPresent();
        if (timer) {
            notes.add(Note.mapped(
                    element.line,
                    "定时器没有收：提醒和督办由办件自己的时钟管",
                    "the timer is left out: the clocks of the case remind and escalate"));
            String id = element.get("id");
            if (id != null) {
                process.children(Bpmn.MODEL, "sequenceFlow")
                        .filter(flow -> id.equals(flow.get("sourceRef")))
                        .forEach(flow -> ids.add("without " + flow.get("id")));
            }
        } else {
            notes.add(Note.fault(
                    element.line, "不支持边界事件" + called(element), "boundary events are not supported" + called(element)));
        }
    }

    private void step(Xml element) {
        Words fallback = new Words(Objects.requireNonNullElse(element.get("id"), "?"), "Step");
        String name = element.get("name");
        if (!element.name.equals("userTask")) {
            notes.add(Note.mapped(
                    element.line,
                    "（" + element.name + "）" + called(element) + "当作用户任务",
                    "(" + element.name + ")" + called(element) + " is read as a user task"));
        }
        dropped(element);
        String pause = element.get(Bpmn.OWN, "pause");
        if (pause != null && pausable().stream().noneMatch(pause::equals)) {
            notes.add(Note.fault(
                            element.line,
                            "没有这个停表原因（" + pause + "）",
                            "there is no reason (" + pause + ") for which the clock may stand still")
                    .maybe("可以是 " + String.join("、", pausable()), "Maybe one of " + String.join(", ", pausable())));
            pause = null;
        }
        add(element, Shape.STEP, name == null ? fallback : Words.same(name), who(element), pause);
    }

    private List<String> pausable() {
        return kind.clocks().stream()
                .flatMap(clock -> clock.pauses().stream())
                .filter(reason -> reason.begins() == null)
                .map(CaseKind.PauseReason::id)
                .toList();
    }

    private void dropped(Xml element) {
        List<String> names = element.names(Bpmn.DIALECTS).stream()
                .filter(name ->
                        !Set.of("assignee", "candidateUsers", "candidateGroups").contains(name))
                .toList();
        if (!names.isEmpty()) {
            notes.add(Note.mapped(
                    element.line,
                    called(element) + "的（" + String.join("、", names) + "）没有收：表单、期限和优先级是办件自己的",
                    "(" + String.join(", ", names) + ") of" + called(element)
                            + " is left out: form, dates and priority are those of the case"));
        }
        if (element.children(Bpmn.MODEL, "multiInstanceLoopCharacteristics")
                .findAny()
                .isPresent()) {
            notes.add(Note.fault(
                            element.line,
                            called(element) + "要几个人都办（会签），还不支持",
                            "several people on one step" + called(element) + " are not supported")
                    .maybe("画成并行的几步", "Maybe draw parallel steps"));
        }
    }

    private CaseKind.Who who(Xml element) {
        String own = element.get(Bpmn.OWN, "who");
        String given = own != null ? own : dialect(element);
        String lane = lanes.get(element.get("id"));
        if (given == null && lane != null) {
            given = lane;
        }
        if (given == null) {
            notes.add(Note.mapped(
                    element.line,
                    called(element) + "没有写谁办：归经办人",
                    "nobody is named for" + called(element) + ": the handler does it"));
            return CaseKind.Who.Party.HANDLER;
        }
        if (Bpmn.plain(given)) {
            notes.add(Note.mapped(
                    element.line,
                    called(element) + "的办理人（" + Bpmn.shown(given) + "）：归经办人",
                    "(" + Bpmn.shown(given) + ") for" + called(element) + ": the handler does it"));
            return CaseKind.Who.Party.HANDLER;
        }
        Optional<CaseKind.Who> known = roles.find(given);
        if (known.isEmpty()) {
            notes.add(new Note(
                    Note.Kind.FAULT,
                    element.line,
                    new Words(
                            called(element) + "由谁办（" + Bpmn.shown(given) + "），这里没有这个角色",
                            "nobody here is (" + Bpmn.shown(given) + "), who should do" + called(element)),
                    roles.advice(given)));
            return CaseKind.Who.Party.HANDLER;
        }
        Words now = Roles.words(known.get());
        if (!Roles.own(given) && !given.equals(now.zh())) {
            notes.add(Note.mapped(
                    element.line,
                    called(element) + "的（" + given + "）：归" + now.zh(),
                    "(" + given + ") for" + called(element) + ": " + now.en()));
        }
        return known.get();
    }

    private static @Nullable String dialect(Xml element) {
        return Optional.<String>empty()
                .or(() -> element.ofAny(Bpmn.DIALECTS, "candidateGroups"))
                .or(() -> element.ofAny(Bpmn.DIALECTS, "assignee"))
                .or(() -> element.ofAny(Bpmn.DIALECTS, "candidateUsers"))
                .or(() -> element.all()
                        .filter(each -> each.is(Bpmn.MODEL, "formalExpression"))
                        .map(Xml::text)
                        .filter(text -> !text.isEmpty())
                        .findFirst())
                .orElse(null);
    }

    private void add(Xml element, Shape shape, Words fallback, CaseKind.@Nullable Who who, @Nullable String pause) {
        String id = id(element);
        String name = element.get("name");
        Words words = name == null ? fallback : Bpmn.words(element, name);
        if (id != null) {
            nodes.add(new Node(id, shape, words, who, pause, element.line));
        }
    }

    private @Nullable String id(Xml element) {
        String id = element.get("id");
        if (id == null || !ID.matcher(id).matches() || !ids.add(id)) {
            notes.add(Note.fault(
                    element.line,
                    "（" + element.name + "）的 id（" + id + "）没有、重复，或有不能用的字符",
                    "the id (" + id + ") of a (" + element.name
                            + ") is missing, used twice or not of letters and digits"));
            return null;
        }
        return id;
    }

    private void flow(Xml element) {
        if (ids.contains("without " + element.get("id"))) {
            return;
        }
        String id = id(element);
        String from = element.get("sourceRef");
        String to = element.get("targetRef");
        Node source = node(from);
        if (id == null || from == null || to == null || source == null || node(to) == null) {
            if (notes.stream().noneMatch(Note::isFault)) {
                notes.add(Note.fault(
                        element.line,
                        "连线（" + id + "）的一头不在流程里（" + from + " → " + to + "）",
                        "the flow (" + id + ") has an end that is not there (" + from + " → " + to + ")"));
            }
            return;
        }
        String name = element.get("name");
        Words words = name == null ? condition(element) : Bpmn.words(element, name);
        if (name != null && !condition(element).zh().isEmpty()) {
            Words condition = condition(element);
            notes.add(Note.mapped(
                    element.line,
                    "条件（" + condition.zh() + "）不计算：办的人选“" + name + "”",
                    "the condition (" + condition.en() + ") is not computed: whoever does the step chooses “" + name
                            + "”"));
        }
        flows.add(new Flow(id, from, to, words, event(element, source, words), element.line));
    }

    /// A plain condition is told as an answer; any other is refused by [Calls].
    private static Words condition(Xml flow) {
        return flow.children(Bpmn.MODEL, "conditionExpression")
                .map(Xml::text)
                .filter(Bpmn::plain)
                .map(Bpmn::shown)
                .map(Words::same)
                .findFirst()
                .orElse(Words.same(""));
    }

    private @Nullable Node node(@Nullable String id) {
        return nodes.stream().filter(each -> each.id().equals(id)).findFirst().orElse(null);
    }

    /// The event that a way out of a step brings about: named, or called like it.
    private @Nullable String event(Xml flow, Node source, Words words) {
        boolean way = source.shape() == Shape.STEP ? !splits(flow.get("targetRef")) : source.shape() == Shape.CHOICE;
        if (!way) {
            return null;
        }
        Xml named = source.shape() == Shape.STEP ? element(source) : flow;
        String given = flow.get(Bpmn.OWN, "event");
        if (given == null) {
            given = named.get(Bpmn.OWN, "event");
        }
        if (given != null) {
            Optional<CaseKind.Event> known = kind.event(given).filter(Elements::byOfficers);
            if (known.isEmpty()) {
                notes.add(Note.fault(
                                flow.line,
                                "这种办件没有部门能办的事件（" + given + "）",
                                "the kind of case has no event (" + given + ") that a department brings about")
                        .maybe("可以是 " + String.join("、", events()), "Maybe one of " + String.join(", ", events())));
            }
            return known.map(CaseKind.Event::id).orElse(null);
        }
        boolean single = source.shape() == Shape.STEP && words.zh().isEmpty();
        String called = single ? source.name().zh() : words.zh();
        Optional<CaseKind.Event> same = kind.events().stream()
                .filter(Elements::byOfficers)
                .filter(event ->
                        event.name().zh().equals(called) || event.name().en().equalsIgnoreCase(called))
                .findFirst();
        same.ifPresent(event -> notes.add(Note.mapped(
                flow.line,
                "“" + called + "”就是办件的事件“" + event.name().zh() + "”",
                "“" + called + "” is the event “" + event.name().en() + "” of the case")));
        return same.map(CaseKind.Event::id).orElse(null);
    }

    /// A choice with several ways out: the answers are there, not on the flow that leads to it.
    private boolean splits(@Nullable String id) {
        Node node = node(id);
        return node != null
                && node.shape() == Shape.CHOICE
                && process.children(Bpmn.MODEL, "sequenceFlow")
                                .filter(each -> node.id().equals(each.get("sourceRef")))
                                .count()
                        > 1;
    }

    private List<String> events() {
        return kind.events().stream()
                .filter(Elements::byOfficers)
                .map(CaseKind.Event::id)
                .toList();
    }

    private static boolean byOfficers(CaseKind.Event event) {
        return event.by().contains(CaseKind.Who.Party.HANDLER) || event.by().contains(CaseKind.Who.Party.UNIT);
    }

    private Xml element(Node node) {
        return process.children.stream()
                .filter(each -> STEPS.contains(each.name) && node.id().equals(each.get("id")))
                .findFirst()
                .orElse(process);
    }
}
