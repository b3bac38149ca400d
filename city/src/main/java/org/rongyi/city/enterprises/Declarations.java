package org.rongyi.city.enterprises;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.ui.Form;
import org.rongyi.city.vocabulary.CreditCode;
import org.rongyi.definitions.ElementDefinition;

/// What a firm says of itself: read from whatever form asked for it, recorded as self-declared.
public interface Declarations {
    /// Every answer in the form's fields, which are named by elements; what is wrong is said in the form.
    ///
    /// Fields of elements that the firm may not declare are passed over. So is sensitive personal
    /// information: an agent who may answer does not even see it.
    Answers read(Form form, Portrait portrait);

    /// @param values element id → value; never empty
    void record(CreditCode firm, Map<String, ? extends @Nullable Object> values, String account);

    /// @param values element id → value as the dictionary types it
    /// @param notSure ids of elements of which the person chose "not sure"
    record Answers(Map<String, Object> values, List<String> notSure) {}

    /// A firm may say only what no department says of it.
    static boolean allowed(ElementDefinition element, Portrait.@Nullable Fact fact) {
        return element.selfDeclared()
                && !element.element().derived()
                && (fact == null || fact.selfDeclared() || fact.source().equals(FactReport.INFERRED));
    }
}
