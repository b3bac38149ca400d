package org.rongyi.city.services.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.rongyi.city.services.ItemField;
import org.rongyi.city.ui.Form;

class EditPagesTest {
    @Test
    void situationsThatAFormDoesNotCarryStay() {
        assertThat(EditPages.values(Form.empty())).doesNotContainKey(ItemField.SITUATIONS);
        assertThat(EditPages.values(Form.empty().with("SITUATIONS", "")))
                .as("taken out by hand")
                .containsEntry(ItemField.SITUATIONS, "");
    }
}
