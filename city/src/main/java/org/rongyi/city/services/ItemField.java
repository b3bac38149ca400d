package org.rongyi.city.services;

import java.util.List;
import org.rongyi.definitions.Words;

/// What of an item's text is changed on a page. The rest (what a grant records, who else decides) is
/// changed in the file: that takes more than a form.
public enum ItemField {
    NAME(Kind.WORDS, "名称", "Name", "name"),
    WHO(Kind.WORDS, "谁能办", "Who may apply", "who"),
    WHAT(Kind.WORDS, "办什么", "What it is for", "what"),
    LEGAL(Kind.DAYS, "法定工作日", "Working days by law", "limit", "legal"),
    PROMISED(Kind.DAYS, "承诺工作日", "Working days promised", "limit", "promised"),
    LIMIT_NOTE(Kind.WORDS, "时限说明", "Note on the time", "limit", "note"),
    ONLINE(Kind.DEPTH, "网上办到哪一步", "How far online", "online"),
    FREE(Kind.YES_NO, "不收费", "Free of charge", "fee", "free"),
    FEE_NOTE(Kind.WORDS, "收费说明", "Note on the fee", "fee", "note"),
    ELEMENTS(Kind.LIST, "要填的（一行一个数据项代码）", "Asked (one element id a line)", "needs", "elements"),
    MATERIALS(Kind.LIST, "要交的（一行一个材料代码）", "Handed in (one paper id a line)", "needs", "materials"),
    LICENCES(Kind.LIST, "要有的证（一行一个证照代码）", "Licences needed (one id a line)", "needs", "licences"),
    LOOKS(Kind.WORDS, "结果什么样", "What the result looks like", "result", "looks"),
    SITUATIONS(Kind.RULES, "情形（什么情况下多要什么、另有时限）", "Situations (when it needs more, or another time)", "situations"),
    AGAIN(Kind.RULES, "已经有了还要再办的情形", "When it is applied for again", "again");

    /// How it is entered.
    public enum Kind {
        /// In two languages.
        WORDS,
        DAYS,
        DEPTH,
        YES_NO,
        LIST,
        /// As the file writes it: conditions, and what follows from each.
        RULES
    }

    private final Kind kind;
    private final Words label;
    private final List<String> path;

    ItemField(Kind kind, String zh, String en, String... path) {
        this.kind = kind;
        this.label = new Words(zh, en);
        this.path = List.of(path);
    }

    public Kind kind() {
        return kind;
    }

    public Words label() {
        return label;
    }

    List<String> path() {
        return path;
    }
}
