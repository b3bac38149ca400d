package org.rongyi.city.policies.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.policies.Draft;
import org.rongyi.city.policies.NumbersInText;
import org.rongyi.city.ui.Form;
import org.rongyi.definitions.PolicyLibrary.InForce;
import org.rongyi.definitions.PolicyVersion;
import org.rongyi.rules.Rule;

/// A draft as a form: the text of each part in a field of its own, each of its numbers in another. Whoever turns a
/// number without touching the text has turned it in the text.
final class LabForm {
    static final String CAP = "cap";

    /// Of a draft that is kept: its id.
    static final String KEPT = "kept";

    /// Under which it is kept.
    static final String NAME = "name";

    static final int MOST_PARTS = 20;
    static final int LONGEST_PART = 4_000;
    private static final Pattern NUMBER = Pattern.compile("\\d{1,15}(\\.\\d{1,6})?");

    private LabForm() {}

    /// Name of the field with a part's text.
    static String part(int part) {
        return part == Draft.AMOUNT ? "amount" : "c" + part;
    }

    /// The text as it was when the page was shown.
    static String shown(int part) {
        return "was-" + part(part);
    }

    static String number(int part, int number) {
        return part(part) + "-n" + number;
    }

    static Draft of(InForce text) {
        PolicyVersion.Benefit benefit = text.version().benefit();
        Rule amount = benefit == null ? null : benefit.amountYuan();
        return new Draft(
                text,
                text.version().conditions().stream()
                        .map(condition -> condition.rule().text())
                        .toList(),
                amount == null ? "" : amount.text(),
                benefit == null ? null : benefit.capYuan());
    }

    /// The form of a draft, nothing typed yet.
    static Form show(Draft draft) {
        Form form = Form.empty();
        for (int part = 0; part < draft.conditions().size(); part++) {
            show(form, part, draft.part(part));
        }
        show(form, Draft.AMOUNT, draft.amount());
        return form.with(CAP, draft.capYuan() == null ? "" : draft.capYuan().toPlainString());
    }

    private static void show(Form form, int part, String text) {
        form.with(part(part), text).with(shown(part), text);
        List<BigDecimal> numbers = NumbersInText.values(text);
        for (int number = 0; number < numbers.size(); number++) {
            form.with(number(part, number), numbers.get(number).toPlainString());
        }
    }

    /// What was typed; faults are said in the form. Empty when there is no condition.
    static Optional<Draft> read(Form typed, @Nullable InForce against) {
        List<String> conditions = new ArrayList<>();
        for (int part = 0; part < MOST_PARTS; part++) {
            String text = text(typed, part);
            if (!text.isEmpty()) {
                conditions.add(text);
            }
        }
        String amount = text(typed, Draft.AMOUNT);
        String cap = typed.value(CAP);
        boolean badCap = !cap.isEmpty() && !NUMBER.matcher(cap).matches();
        if (badCap) {
            typed.reject(CAP, "封顶写成数字，单位是元", "Write the cap as a number, in yuan");
        }
        if (conditions.isEmpty()) {
            typed.reject(part(0), "至少写一条条件", "Write at least one condition");
            return Optional.empty();
        }
        return Optional.of(
                new Draft(against, conditions, amount, cap.isEmpty() || badCap ? null : new BigDecimal(cap)));
    }

    private static String text(Form typed, int part) {
        String text = typed.value(part(part)).replace("\r\n", "\n");
        if (text.length() > LONGEST_PART) {
            typed.reject(part(part), "一条最多 4,000 个字符", "At most 4,000 characters");
            return text.substring(0, LONGEST_PART);
        }
        if (!text.equals(typed.value(shown(part)).replace("\r\n", "\n"))) {
            return text;
        }
        int numbers = NumbersInText.values(text).size();
        for (int number = 0; number < numbers; number++) {
            String field = number(part, number);
            String value = typed.value(field);
            if (NUMBER.matcher(value).matches()) {
                text = NumbersInText.with(text, number, new BigDecimal(value));
            } else if (!value.isEmpty()) {
                typed.reject(field, "填一个数字", "Enter a number");
            }
        }
        return text;
    }
}
