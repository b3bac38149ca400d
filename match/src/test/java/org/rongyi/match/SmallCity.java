package org.rongyi.match;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// Three policies, four invented firms, and the command line over them.
abstract class SmallCity {
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-31T20:00:00Z"), ZoneId.of("Asia/Shanghai"));

    @TempDir
    Path folder;

    /// @param err with the folder's path taken out
    record Run(int code, String out, String err) {
        List<String> lines() {
            return out.lines().toList();
        }
    }

    Run run(String... arguments) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var args = new ArrayList<String>();
        for (var argument : arguments) {
            args.add(argument.replace("~", folder.toString()));
        }
        int code = Main.run(
                args.toArray(String[]::new),
                new Main.Surroundings(
                        new PrintStream(out, false, StandardCharsets.UTF_8),
                        new PrintStream(err, false, StandardCharsets.UTF_8),
                        CLOCK,
                        false));
        return new Run(
                code,
                out.toString(StandardCharsets.UTF_8),
                err.toString(StandardCharsets.UTF_8).replace(folder + "/", ""));
    }

    void file(String name, String text) throws IOException {
        var path = folder.resolve(name);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    @BeforeEach
    void writeACity() throws IOException {
        file("elements.yaml", """
                - {id: code, type: text, zh: 代码}
                - {id: staff, type: number, zh: 人数, unit: 人}
                - {id: revenue, type: number, zh: 营业收入, unit: 万元}
                - {id: since, type: date, zh: 成立日期}
                - {id: kind, type: code, zh: 类型}
                - {id: titles, type: codes, zh: 称号}
                - {id: listed, type: boolean, zh: 入库}
                - {id: perHead, type: number, zh: 人均收入, formula: revenue / staff}
                """);
        file("policies/small.yaml", """
                id: SMALL
                title: 小企业
                conditions:
                  - rule: 人数 <= 30
                  - {rule: 类型 != "个体工商户", text: 不是个体户, clause: 第三条}
                benefit: {text: 补贴, amount: staff * 100, cap: 2000}
                """);
        file("policies/titles.yaml", """
                id: TITLE
                title: 有称号
                versions:
                  - {version: old, validTo: 2026-03-31, conditions: [{rule: 'list contains(titles, "甲")'}]}
                  - {version: new, validFrom: 2026-04-01, recordedOn: 2026-11-01,
                     conditions: [{rule: 'list contains(titles, "乙") and since <= asOf - duration("P1Y")'}]}
                """);
        file("policies/past.yaml", """
                id: PAST
                title: 已到期
                versions:
                  - {version: "1", validTo: 2020-12-31, conditions: [{rule: listed}]}
                """);
        file("firms.csv", """
                code,人数,类型,称号,since,note
                A,12,有限责任公司,甲;乙,2020-05-01,x
                B,"1,200",有限责任公司,,2020-05-01,
                C,5,个体工商户,乙,2026-01-01,
                D,,有限责任公司,;,,
                """);
    }
}
