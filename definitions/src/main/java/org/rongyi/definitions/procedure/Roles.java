package org.rongyi.definitions.procedure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rongyi.definitions.CaseKind.Who;
import org.rongyi.definitions.Nearest;
import org.rongyi.definitions.Words;

/// Who does a step, as files name it.
public final class Roles {
    private static final Set<String> ASKED = Set.of("OFFICER", "LEADER");
    private static final Who HEAD = new Who.InRole("LEADER", Who.InRole.OWN);

    /// What other tools and people call the same.
    private static final Map<String, Who> KNOWN = new LinkedHashMap<>();

    static {
        for (String handler : List.of("HANDLER", "handler", "经办人", "承办人", "受理人", "审查人", "操作人")) {
            KNOWN.put(handler, Who.Party.HANDLER);
        }
        for (String unit : List.of("UNIT", "unit", "本部门", "承办部门", "经办科室", "承办科室")) {
            KNOWN.put(unit, Who.Party.UNIT);
        }
        for (String head : List.of("LEADER", "leader", "部门负责人", "科室负责人", "负责人", "分管领导")) {
            KNOWN.put(head, HEAD);
        }
        for (String head : List.of("manager", "deptLeader", "dept_leader", "deptManager", "dept_manager")) {
            KNOWN.put(head, HEAD);
        }
    }

    /// Null: whichever a file names.
    private final @Nullable Set<Who.InRole> held;

    Roles(@Nullable Set<Who.InRole> held) {
        this.held = held;
    }

    /// A department in which only its head works has no officer, and some have no head.
    private Optional<Who> held(Who.InRole who) {
        return held == null || held.contains(who) ? Optional.of(who) : Optional.empty();
    }

    /// The words of the project itself: nothing has to be mapped.
    static boolean own(String text) {
        return Set.of("HANDLER", "UNIT", "LEADER").contains(text) || text.contains("@");
    }

    Optional<Who> find(String text) {
        Who known = KNOWN.get(text);
        if (known != null) {
            return Optional.of(known);
        }
        String[] parts = text.split("@", 2);
        if (parts.length == 2 && ASKED.contains(parts[0])) {
            return held(new Who.InRole(parts[0], parts[1]));
        }
        return held(new Who.InRole("OFFICER", text));
    }

    Words advice(String text) {
        List<String> all = new ArrayList<>(KNOWN.keySet());
        if (held != null) {
            held.stream()
                    .flatMap(who -> Stream.ofNullable(who.unit()))
                    .distinct()
                    .sorted()
                    .forEach(all::add);
        }
        String word = text.replaceFirst("^(OFFICER|LEADER)@", "");
        return Nearest.to(word, all)
                .map(near -> new Words("也许是“" + near + "”", "Maybe " + near))
                .orElse(new Words(
                        "可以写 HANDLER（经办人）、UNIT（本部门）、LEADER（部门负责人）、OFFICER@部门名",
                        "Maybe HANDLER, UNIT, LEADER or OFFICER@department"));
    }

    /// How a step's person is kept and read again.
    public static String written(Who who) {
        return switch (who) {
            case Who.Party party -> party.name();
            case Who.InRole(String role, String unit) -> role + "@" + (unit == null ? "" : unit);
        };
    }

    public static Who read(String written) {
        int at = written.indexOf('@');
        return at < 0
                ? Who.Party.valueOf(written)
                : new Who.InRole(written.substring(0, at), written.substring(at + 1));
    }

    public static Words words(Who who) {
        return switch (who) {
            case Who.Party party -> party(party);
            case Who.InRole(String role, String unit) -> {
                boolean leads = role.equals("LEADER");
                if (unit == null || unit.equals(Who.InRole.OWN)) {
                    yield leads ? new Words("部门负责人", "Head of the department") : party(Who.Party.UNIT);
                }
                yield new Words(unit + (leads ? "负责人" : ""), (leads ? "Head of " : "") + unit);
            }
        };
    }

    private static Words party(Who.Party party) {
        return switch (party) {
            case HANDLER -> new Words("经办人", "The handler");
            case UNIT -> new Words("本部门", "The department");
            case OWNER -> new Words("负责的人", "Who answers for it");
            case FIRM -> new Words("申请人", "The applicant");
            case HOUSE, CLOCK -> new Words("系统", "The system");
        };
    }
}
