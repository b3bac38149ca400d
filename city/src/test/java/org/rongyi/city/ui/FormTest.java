package org.rongyi.city.ui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.rongyi.definitions.Words;

class FormTest {
    @Test
    void aTextThatIsTooLongIsToldHowLongItIsAndKept() {
        Form form = Form.empty().with("words", "十个字的说明写到这里了");

        form.limit("words", 11);
        assertThat(form.faults()).isEmpty();

        form.limit("words", 10);
        assertThat(form.faults())
                .containsExactly(
                        new Fault("words", new Words("最多 10 个字，现在有 11 个", "At most 10 characters; now there are 11")));
        assertThat(form.value("words")).isEqualTo("十个字的说明写到这里了");
    }
}
