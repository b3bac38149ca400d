package org.rongyi.city.policies;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.rongyi.city.CityTest;
import org.rongyi.city.policies.KeptDrafts.Kept;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@CityTest
class KeptDraftsTest {
    private static final String ENDED = "P09";

    private final KeptDrafts drafts;
    private final JdbcClient database;
    private final String editor = "editor-" + UUID.randomUUID();

    KeptDraftsTest(@Autowired KeptDrafts drafts, @Autowired JdbcClient database) {
        this.drafts = drafts;
        this.database = database;
    }

    @Test
    void aDraftKeptAgainWhileItsPolicyHasNoTextStaysADraftOfThatPolicy() {
        Draft draft = new Draft(null, List.of("员工人数 >= 3"), "", null);
        long first = drafts.keep(editor, null, "稿（测试）", draft).orElseThrow();
        database.sql("update policies.draft set policy_id = ? where id = ?")
                .params(ENDED, first)
                .update();
        Kept kept = drafts.find(editor, first).orElseThrow();
        assertThat(kept.draft().against()).as("no text today").isNull();
        long again = drafts.keep(editor, first, kept.name(), kept.draft()).orElseThrow();
        assertThat(database.sql("select policy_id from policies.draft where id = ?")
                        .param(again)
                        .query(String.class)
                        .single())
                .isEqualTo(ENDED);
    }
}
