package org.rongyi.definitions.procedure;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.rongyi.definitions.Words;

/// What would run code of a file's own: refused, and said so, though nothing of it could get any further.
final class Calls {
    static final Map<String, Words> TASKS = Map.of(
            "scriptTask", new Words("脚本任务", "a script task"),
            "serviceTask", new Words("服务任务", "a service task"),
            "sendTask", new Words("发送任务", "a send task"),
            "receiveTask", new Words("接收任务", "a receive task"),
            "businessRuleTask", new Words("规则任务", "a rule task"),
            "callActivity", new Words("调用别的流程", "a call of another process"));

    private static final Set<String> LISTENERS = Set.of("taskListener", "executionListener", "script", "eventListener");
    private static final Set<String> CODE = Set.of("class", "delegateExpression", "expression", "resultVariable");

    private Calls() {}

    static void refuse(Xml process, List<Note> notes) {
        process.all().forEach(each -> {
            Words task = TASKS.get(each.name);
            // The script of a script task is told with its task.
            boolean listens =
                    LISTENERS.contains(each.name) && !(each.name.equals("script") && each.namespace.equals(Bpmn.MODEL));
            if (task != null && each.namespace.equals(Bpmn.MODEL)) {
                notes.add(Note.fault(
                                each.line,
                                task.zh() + named(each) + "会在服务器上运行程序，不收",
                                task.en() + named(each) + " would run code on the server: refused")
                        .maybe("要人做的改成用户任务", "Maybe make it a user task for a person"));
            } else if (listens) {
                notes.add(Note.fault(
                                each.line,
                                "（" + each.name + "）会运行程序（" + code(each) + "），不收",
                                "(" + each.name + ") would run code (" + code(each) + "): refused")
                        .maybe("删去监听器", "Maybe take the listener out"));
            } else if (!calling(each).isEmpty()) {
                notes.add(Note.fault(
                                each.line,
                                "表达式（" + calling(each) + "）会调用程序里的对象，不收",
                                "the expression (" + calling(each) + ") would call objects of the program: refused")
                        .maybe(
                                "只写一个变量和一个值，如 approved == 'yes'",
                                "Maybe compare one variable with one value, as in approved == 'yes'"));
            }
        });
    }

    private static String named(Xml element) {
        String name = element.get("name");
        return name == null ? "" : "“" + name + "”";
    }

    private static String code(Xml listener) {
        for (String attribute : CODE) {
            String value = listener.get(attribute);
            if (value != null) {
                return value;
            }
        }
        return listener.text().isEmpty() ? listener.name : listener.text();
    }

    /// The first expression of an element that is more than one variable and one value; empty: none.
    private static String calling(Xml element) {
        boolean condition = element.name.equals("conditionExpression") || element.name.equals("formalExpression");
        String text = element.text();
        boolean scripted = condition && element.get("language") != null;
        if (condition && (scripted || expression(text) && !Bpmn.plain(text))) {
            return Bpmn.shown(text);
        }
        return element.names(Bpmn.DIALECTS).stream()
                .flatMap(name -> element.ofAny(Bpmn.DIALECTS, name).stream())
                .filter(value -> expression(value) && !Bpmn.plain(value))
                .map(Bpmn::shown)
                .findFirst()
                .orElse("");
    }

    private static boolean expression(String text) {
        return text.contains("${") || text.contains("#{");
    }
}
