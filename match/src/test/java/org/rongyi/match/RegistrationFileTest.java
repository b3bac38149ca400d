package org.rongyi.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Files as registers give them out, under headers that are no names of elements.
class RegistrationFileTest extends SmallCity {
    @BeforeEach
    void aPolicyOverRegistrations() throws IOException {
        file("registered/young.yaml", """
                id: YOUNG
                title: 成立两年内的小公司
                conditions:
                  - {rule: 成立日期 >= date("2024-04-01")}
                  - {rule: 注册资本 <= 500}
                  - {rule: 主体类型 = "有限责任公司"}
                """);
    }

    private Run match(String table) throws IOException {
        file("register.csv", table);
        return run("match", "--policies", "~/registered", "--enterprises", "~/register.csv", "--all");
    }

    @Test
    void headersAmountsAndNothingAreReadAsRegistersWriteThem() throws IOException {
        var run = match("""
                企业名称,统一社会信用代码,注册日期,企业类型,注册资金,所在省份
                甲,91510107396942810G,2025-08-01,有限责任公司,"200(万元人民币)",四川
                乙,91510000314546815B,2025-08-01,N/A,"1,000(万元人民币)",四川
                丙,91510185MA62M0E76U,2025-08-01,有限责任公司(自然人独资),50万,四川
                丁,915101007092184029,2025-08-01,有限责任公司,N/A,四川
                """);
        assertThat(run.out()).isEqualTo("""
                enterprise,policy,outcome,missing
                91510107396942810G,YOUNG,ELIGIBLE,
                91510000314546815B,YOUNG,NOT_ELIGIBLE,
                91510185MA62M0E76U,YOUNG,UNDETERMINED,entityType
                915101007092184029,YOUNG,UNDETERMINED,registeredCapital
                """);
        assertThat(run.err())
                .contains("column 3 \"注册日期\" is read as establishedOn, 成立日期")
                .contains("1 value is no code of \"entityType\"")
                .contains("taken as missing");
        assertThat(run.code()).isZero();
    }

    @Test
    void anAmountInAnotherCurrencyIsReportedNotConverted() throws IOException {
        var run = match("""
                name,uscc,registered_on,type,capital,capital_unit
                甲,91510107396942810G,2025-08-01,有限责任公司,200,万元人民币
                乙,91510000314546815B,2025-08-01,有限责任公司,100,万美元
                """);
        assertThat(run.lines())
                .contains(
                        "91510107396942810G,YOUNG,ELIGIBLE,",
                        "91510000314546815B,YOUNG,UNDETERMINED,registeredCapital");
        assertThat(run.err()).contains("column 5 \"capital\": 1 value, such as \"100\": is not in yuan");
        assertThat(run.code()).isZero();
    }

    @Test
    void codesMayBeGivenByTheirNamesInEitherLanguage() throws IOException {
        var run = match("""
                统一社会信用代码,establishedOn,entity type,registeredCapital
                91510107396942810G,2025-08-01,Limited liability company,200
                91510000314546815B,2025-08-01,sole trader,200
                """);
        assertThat(run.lines())
                .contains("91510107396942810G,YOUNG,ELIGIBLE,", "91510000314546815B,YOUNG,NOT_ELIGIBLE,");
        assertThat(run.err()).doesNotContain("no code of");
    }

    @Test
    void aWrongFileNameIsSaidBeforeTheRulesAreRead() throws IOException {
        file("registered/broken.yaml", "id: [");
        var run = run("match", "--policies", "~/registered", "--enterprises", "~/no-such.csv");
        assertThat(run.err()).isEqualTo("no-such.csv: there is no such file\n");
        assertThat(run.code()).isEqualTo(2);
    }
}
