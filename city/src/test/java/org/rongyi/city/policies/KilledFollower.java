package org.rongyi.city.policies;

import static org.rongyi.city.enterprises.TestFirms.report;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.rongyi.city.CityApplication;
import org.rongyi.city.TestClock;
import org.rongyi.city.enterprises.Changes;
import org.rongyi.city.enterprises.Enterprises;
import org.rongyi.city.enterprises.TestFirms;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.identity.Person;
import org.rongyi.city.identity.Role;
import org.rongyi.city.vocabulary.CreditCode;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/// A process that records facts, publishes a policy and follows both until it is killed;
/// [KilledFollowerTest] starts it. It says aloud every fact that is on record.
final class KilledFollower {
    static final String READY = "ready";
    static final String DONE = "done ";
    static final String FAULT = "fault ";
    static final String CHECKED = "checked ";
    private static final int FIRMS = 12;
    private static final int PUBLISHED_IN = 2;
    private static final String TAX_CUT = "P03";
    private static final String PUBLISHED = "KILLED";
    private static final String POLICY = """
            id: KILLED
            title: 断电前发布的政策（测试）
            conditions: [{rule: 主体类型 = "个体工商户"}]
            """;
    private static final Acting EDITOR =
            new Acting(new Person("policy-editor", "某编辑", "", Set.of(Role.POLICY_EDITOR)), null);

    private final Enterprises enterprises;
    private final Matches matches;
    private final PolicyEditor editor;
    private final Policies policies;
    private final MatchFollower follower;

    private KilledFollower(ConfigurableApplicationContext city) {
        enterprises = city.getBean(Enterprises.class);
        matches = city.getBean(Matches.class);
        editor = city.getBean(PolicyEditor.class);
        policies = city.getBean(Policies.class);
        follower = new MatchFollower(
                city.getBean(Changes.class),
                enterprises,
                city.getBean(FilePolicies.class),
                city.getBean(CityColumns.class),
                city.getBean(BatchRecorder.class),
                city.getBean(Followed.class),
                city.getBean(ReachCount.class),
                city.getBean(NearlyByDay.class),
                city.getBean(KnownReach.class),
                Duration.ofHours(1));
    }

    private static void setClock(GenericApplicationContext city) {
        city.registerBean(TestClock.class, TestClock::new, bean -> bean.setPrimary(true));
    }

    /// @param arguments folder of the database; for the last run, which checks, also the file of what was said
    public static void main(String[] arguments) throws Exception {
        try (ConfigurableApplicationContext city = new SpringApplicationBuilder(CityApplication.class)
                .initializers(opening -> setClock((GenericApplicationContext) opening))
                .web(WebApplicationType.NONE)
                .lazyInitialization(true)
                .run("--rongyi.city=../cities/chengdu", "--rongyi.data=" + arguments[0])) {
            KilledFollower process = new KilledFollower(city);
            if (arguments.length == 1) {
                process.work();
            } else {
                process.check(Files.readAllLines(Path.of(arguments[1])));
            }
        }
    }

    private void work() {
        List<CreditCode> firms = new ArrayList<>();
        for (int i = 0; i < FIRMS; i++) {
            CreditCode firm = TestFirms.newCode();
            firms.add(firm);
            enterprises.record(
                    report(firm, "市监", "2024-01-01", Map.of("entityName", "断电面馆（测试）", "entityType", "个体工商户")));
        }
        follower.open();
        System.out.println(READY);
        for (int round = 1; true; round++) {
            if (round == PUBLISHED_IN) {
                editor.publish(POLICY, "", "测试", EDITOR);
            }
            for (CreditCode firm : firms) {
                BigDecimal income = BigDecimal.valueOf(round, 3);
                enterprises.record(report(firm, "税务", "2026-11-20", Map.of("taxableIncome", income)));
                System.out.println(DONE + firm.value() + " " + income);
            }
        }
    }

    private void check(List<String> said) {
        follower.build();
        follower.catchUp();
        Map<String, BigDecimal> last = new LinkedHashMap<>();
        said.forEach(line -> last.put(line.split(" ")[0], new BigDecimal(line.split(" ")[1])));
        last.forEach((code, income) -> {
            check(new CreditCode(code), income);
            checkPublished(new CreditCode(code));
        });
        System.out.println(CHECKED + last.size());
    }

    /// What is published is on record for every firm that it reaches, once.
    private void checkPublished(CreditCode firm) {
        List<RecordedMatch> lines = matches.history(firm, 0, 100_000).newestFirst().stream()
                .filter(line -> line.policyId().equals(PUBLISHED))
                .toList();
        int expected = policies.find(PUBLISHED).isPresent() ? 1 : 0;
        if (lines.size() != expected) {
            System.out.println(FAULT + firm + " has of the published policy on record: " + lines);
        }
    }

    /// The record must say what was said to be on record, or something newer, and never the same twice.
    private void check(CreditCode firm, BigDecimal income) {
        List<RecordedMatch> lines = matches.history(firm, 0, 100_000).newestFirst().stream()
                .filter(line -> line.policyId().equals(TAX_CUT))
                .toList();
        BigDecimal atLeast = income.multiply(BigDecimal.valueOf(250)).setScale(2, java.math.RoundingMode.HALF_UP);
        BigDecimal recorded = lines.isEmpty() ? null : lines.getFirst().amountYuan();
        if (recorded == null || recorded.compareTo(atLeast) < 0) {
            System.out.println(FAULT + firm + " has " + recorded + " on record instead of " + atLeast);
        }
        for (int i = 1; i < lines.size(); i++) {
            BigDecimal newer = lines.get(i - 1).amountYuan();
            BigDecimal older = lines.get(i).amountYuan();
            if (newer != null && older != null && newer.compareTo(older) == 0) {
                System.out.println(FAULT + firm + " has the same line twice: " + newer);
            }
        }
        for (RecordedMatch line : lines) {
            if (matches.replay(line).orElseThrow().verdict() != line.verdict()) {
                System.out.println(FAULT + firm + " replays otherwise: " + line);
            }
        }
    }
}
