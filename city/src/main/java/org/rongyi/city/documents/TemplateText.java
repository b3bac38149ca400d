package org.rongyi.city.documents;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.documents.LicenceTemplates.Wording;
import org.rongyi.city.documents.LicenceTemplates.Wrong;
import org.rongyi.city.documents.LicenceTypes.LicenceType;
import org.rongyi.city.documents.LicenceTypes.Line;
import org.rongyi.city.elements.Elements;
import org.rongyi.definitions.ElementDefinition;
import org.rongyi.definitions.ElementDefinition.Sensitivity;
import org.rongyi.definitions.Words;

/// A template as people write it: one field a line, its label and the element behind it.
///
/// @param years how long a licence counts; null: without end
record TemplateText(List<Line> lines, @Nullable Integer years, List<Wrong> wrong) {
    /// Labels that every licence has, whatever its template.
    static final String CODE = "统一社会信用代码";

    static final String ISSUED = "发证日期";
    static final String UNTIL = "有效期";
    private static final Set<String> FIXED = Set.of(CODE, ISSUED, UNTIL);
    private static final int MOST_LINES = 20;
    private static final int LONGEST_LABEL = 16;
    private static final int MOST_ALIKE = 3;

    static Wording of(LicenceType type, Elements elements) {
        return new Wording(
                type.lines().stream()
                        .map(line -> line.label() + " = "
                                + elements.find(line.element())
                                        .map(found -> found.name().zh())
                                        .orElse(line.element()))
                        .collect(Collectors.joining("\n")),
                type.years() == null ? "" : type.years().toString());
    }

    /// What a person wrote, without characters that nobody sees: a database takes not all of them.
    static String plain(String text) {
        return text.replaceAll("[\\p{Cc}&&[^\\r\\n\\t]]", "").strip();
    }

    static TemplateText read(Wording wording, Elements elements) {
        return new Reading(elements).read(wording);
    }

    /// The type as it would be by this template.
    LicenceType in(LicenceType type) {
        return type.with(lines, years);
    }

    private static final class Reading {
        private final Elements elements;
        private final List<Line> lines = new ArrayList<>();
        private final List<Wrong> wrong = new ArrayList<>();
        private final Set<String> labels = new HashSet<>();
        private final Set<String> used = new HashSet<>();

        Reading(Elements elements) {
            this.elements = elements;
        }

        TemplateText read(Wording wording) {
            int number = 0;
            for (String line : wording.lines().split("\\R", -1)) {
                number++;
                if (!line.isBlank()) {
                    line(number, line.strip());
                }
            }
            if (lines.isEmpty() && wrong.isEmpty()) {
                fault(1, "一栏都没有", "there is no field");
            }
            if (lines.size() > MOST_LINES) {
                fault(MOST_LINES + 1, "最多 " + MOST_LINES + " 栏", "at most " + MOST_LINES + " fields");
            }
            return new TemplateText(List.copyOf(lines), years(wording.years().strip()), List.copyOf(wrong));
        }

        private @Nullable Integer years(String text) {
            if (text.isEmpty()) {
                return null;
            }
            if (!text.matches("[0-9]{1,2}") || Integer.parseInt(text) == 0) {
                fault(0, "有效期填 1 到 99 年；长期有效就空着", "1 to 99 years, or nothing: without end");
                return null;
            }
            return Integer.valueOf(text);
        }

        private void line(int number, String text) {
            String[] parts = text.split("[=＝]", -1);
            if (parts.length != 2 || parts[0].isBlank() || parts[1].isBlank()) {
                fault(number, "写成“栏名 = 数据项”", "write it as “label = element”");
                return;
            }
            String label = parts[0].strip();
            label(number, label);
            Optional<ElementDefinition> element = find(parts[1].strip());
            if (element.isEmpty()) {
                unknown(number, parts[1].strip());
                return;
            }
            String id = element.get().id();
            Words name = element.get().name();
            if (element.get().sensitivity() == Sensitivity.S) {
                String secret = name.en() + " is a personal secret and stands on no licence";
                fault(number, name.zh() + "是个人敏感信息，不能印在证照上", secret);
            }
            if (element.get().sensitivity() == Sensitivity.C) {
                String secret = name.en() + " is a secret of the firm and stands on no licence";
                fault(number, name.zh() + "是企业的商业秘密，不能印在证照上", secret);
            }
            if (!used.add(id)) {
                fault(number, name.zh() + "前面已经有一栏", name.en() + " has a field already");
            }
            lines.add(new Line(label, id));
        }

        private void label(int number, String label) {
            if (!label.equals(plain(label))) {
                fault(number, "栏名里有看不见的控制字符，重新打一遍", "the label holds a control character: type it anew");
            } else if (FIXED.contains(label)) {
                fault(number, label + "每张证照都有，不用写", "every licence has (" + label + ") anyway");
            } else if (!labels.add(label)) {
                fault(number, "栏名“" + label + "”重复", "the label (" + label + ") is here twice");
            } else if (label.length() > LONGEST_LABEL) {
                fault(number, "栏名最多 " + LONGEST_LABEL + " 个字", "a label has at most " + LONGEST_LABEL + " characters");
            }
        }

        private Optional<ElementDefinition> find(String said) {
            return elements.find(said)
                    .or(() -> elements.all().stream()
                            .filter(each -> each.name().zh().equals(said)
                                    || each.name().en().equalsIgnoreCase(said))
                            .findFirst());
        }

        private void unknown(int number, String said) {
            List<String> alike = elements.all().stream()
                    .map(each -> each.name().zh())
                    .filter(name -> name.contains(said) || said.contains(name))
                    .limit(MOST_ALIKE)
                    .toList();
            String maybe = String.join("、", alike);
            fault(
                    number,
                    "没有数据项“" + said + "”" + (alike.isEmpty() ? "" : "，也许是" + maybe),
                    "there is no element (" + said + ")" + (alike.isEmpty() ? "" : ". Maybe " + maybe));
        }

        private void fault(int number, String zh, String en) {
            wrong.add(new Wrong(number, new Words(zh, en)));
        }
    }
}
