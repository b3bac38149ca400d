package org.rongyi.definitions;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/// Says what the YAML parser stumbled over in the words of someone who writes policies.
final class YamlSyntax {
    private static final Pattern RULE_LINE = Pattern.compile("\\s*(- )?(rule|amount|formula):\\s*[^|>\\s].*");

    private YamlSyntax() {}

    static List<Fault> faults(SourceText source, MarkedYamlEngineException broken) {
        var tabs = source.offsetsOfIndentingTabs();
        if (!tabs.isEmpty()) {
            var faults = new ArrayList<Fault>();
            for (int tab : tabs) {
                faults.add(source.fault(tab, "a tab cannot indent a line", "Maybe two spaces instead of the tab"));
            }
            return faults;
        }
        int at = broken.getProblemMark()
                .or(broken::getContextMark)
                .map(mark -> source.offsetOfCodePoint(mark.getIndex()))
                .orElse(0);
        var context = broken.getContext();
        var problem = broken.getProblem();
        var message = "is not YAML: " + (context == null || context.isEmpty() ? "" : context + ", ") + problem;
        return List.of(source.fault(at, message.replaceAll("\\s+", " "), advice(source, at)));
    }

    private static @Nullable String advice(SourceText source, int at) {
        var line = source.lineAt(at);
        if (RULE_LINE.matcher(line).matches()) {
            return "Maybe put the rule on a line of its own: \"rule: |\", then the rule, indented";
        }
        if (line.indexOf('：') >= 0) {
            return "Maybe \":\" followed by a space instead of \"：\"";
        }
        if (line.indexOf(": ") != line.lastIndexOf(": ")) {
            return "Maybe the text needs quotes, because \": \" stands in it";
        }
        return null;
    }
}
