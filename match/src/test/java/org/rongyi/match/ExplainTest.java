package org.rongyi.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/// `explain`, from end to end.
class ExplainTest extends SmallCity {
    @Test
    void explainsOneEnterpriseClauseByClause() {
        var run = run(
                "explain",
                "--policies",
                "~/policies",
                "--elements",
                "~/elements.yaml",
                "--enterprises",
                "~/firms.csv",
                "--enterprise",
                "A");
        assertThat(run.code()).isZero();
        assertThat(run.out()).isEqualTo("""
                A as of 2026-04-01

                PAST 已到期
                  not in force on 2026-04-01: not judged

                SMALL 小企业
                  ELIGIBLE (version 1)
                  ✓ 人数 <= 30
                      staff 人数 = 12 人
                      clears 30 by 18 人
                  ✓ 不是个体户 [第三条]
                      ✓ 类型 != "个体工商户"
                          kind 类型 = "有限责任公司"
                  → 补贴
                    1200 元

                TITLE 有称号
                  ELIGIBLE (version new)
                  ✓ list contains(titles, "乙") and since <= asOf - duration("P1Y")
                      ✓ list contains(titles, "乙")
                          titles 称号 = "乙", "甲"
                      ✓ since <= asOf - duration("P1Y")
                          since 成立日期 = 2020-05-01
                          clears 2025-04-01 by 1796 days
                """);
    }

    @Test
    void saysWhichEnterpriseOrPolicyIsNotThere() {
        var explain = new String[] {
            "explain",
            "--policies",
            "~/policies",
            "--elements",
            "~/elements.yaml",
            "--enterprises",
            "~/firms.csv",
            "--enterprise",
            "Z"
        };
        assertThat(run(explain).err()).endsWith("firms.csv: no row has \"Z\" in column \"code\"\n");
        assertThat(run(explain).code()).isEqualTo(2);
        var policy = List.of(explain).toArray(new String[explain.length + 2]);
        policy[explain.length] = "--policy";
        policy[explain.length + 1] = "SMAL";
        assertThat(run(policy).err()).endsWith("policies: there is no policy \"SMAL\". Maybe SMALL\n");
        assertThat(run(policy).code()).isEqualTo(2);
    }
}
