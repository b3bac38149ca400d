package org.rongyi.rules.syntax;

import org.jspecify.annotations.Nullable;

/// Words that mean something in other languages, for advice of later steps.
public final class Words {

    private Words() {}

    /// “Maybe …” for a word that is an operator elsewhere (`且`, `AND`, `today`), or null.
    public static @Nullable String meant(String word) {
        return Advice.forWord(word);
    }

    /// Whether a name cannot be an element's, because it is a word of the language.
    public static boolean isReserved(String name) {
        return Scanner.KEYWORDS.contains(name);
    }
}
