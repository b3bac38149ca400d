package org.rongyi.city.names;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.rongyi.city.ui.CityWords;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.ExitCodeGenerator;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// `bench names [--names=N] [--json=FILE]`: fills an empty database with invented names, then checks names as a founder
/// does. Trade names of two to four characters, unevenly spread as in real names, in twelve industries.
@Component
@ConditionalOnExpression("'${rongyi.command:}' == 'bench names'")
class NamesBench implements ApplicationRunner, ExitCodeGenerator {
    private static final int NAMES = 4_000_000;
    private static final int BATCH = 10_000;
    private static final int CHECKS = 500;
    private static final int WARM_UP = 50;
    private static final double NANOS_A_MILLI = 1e6;
    private static final String CHARACTERS =
            "鑫诚源达恒盛华隆瑞丰泰宏嘉兴祥和蜀锦蓉川天府新金银盈康安乐福禄寿喜聚德润泽汇通百顺吉利昌旺" + "大中小美佳优品味香园林江河湖海山水云风雨雪春夏秋冬东南西北日月星辰光明亮晴朗清雅静心意思念情缘友朋家和睦";
    private static final List<String> INDUSTRIES =
            List.of("餐饮", "餐饮管理", "科技", "商贸", "贸易", "建筑工程", "装饰工程", "文化传媒", "食品", "物流", "信息技术", "企业管理咨询");

    private final JdbcTemplate database;
    private final NamesFollow names;
    private final NameTable table;
    private final NameCheck check;
    private final CityWords city;
    private final PrintStream out = System.out;
    private final Random random = new Random(7);
    private int exitCode = 2;

    NamesBench(JdbcTemplate database, NamesFollow names, NameTable table, NameCheck check, CityWords city) {
        this.database = database;
        this.names = names;
        this.table = table;
        this.check = check;
        this.city = city;
    }

    @Override
    public int getExitCode() {
        return exitCode;
    }

    @Override
    public void run(ApplicationArguments arguments) throws IOException {
        if (!Boolean.TRUE.equals(
                database.queryForObject("select not exists (select from names.name)", Boolean.class))) {
            out.println("bench: this database has names.\nMaybe name an empty one.");
            return;
        }
        List<String> asked = arguments.getOptionValues("names");
        int number = asked == null ? NAMES : Integer.parseInt(asked.getFirst());
        names.readOn();
        fill(number);
        double[] millis = measure();
        out.printf(
                Locale.ROOT,
                "%,d names: p50 %.1f ms, p99 %.1f ms, longest %.1f ms a check%n",
                number,
                millis[0],
                millis[1],
                millis[2]);
        List<String> file = arguments.getOptionValues("json");
        if (file != null) {
            Files.writeString(
                    Path.of(file.getFirst()),
                    String.format(
                            Locale.ROOT,
                            "{\"names\": %d, \"p50Millis\": %.2f, \"p99Millis\": %.2f, \"maxMillis\": %.2f}%n",
                            number,
                            millis[0],
                            millis[1],
                            millis[2]));
        }
        exitCode = 0;
    }

    private record Index(String name, String definition) {}

    /// Indexes are made when all names are there: the bench measures checks, not how a register is filled.
    private void fill(int number) {
        List<Index> indexes = database.query(
                "select indexname, indexdef from pg_indexes where schemaname = 'names' and tablename = 'name'"
                        + " and indexname <> 'name_pkey'",
                (row, _) -> new Index(row.getString("indexname"), row.getString("indexdef")));
        indexes.forEach(index -> database.execute("drop index names." + index.name()));
        List<NameTable.Row> rows = new ArrayList<>();
        for (int made = 0; made < number; made++) {
            rows.add(names.row(String.format(Locale.ROOT, "Y%017d", made), name()));
            if (rows.size() == BATCH) {
                table.save(rows);
                rows.clear();
            }
        }
        table.save(rows);
        indexes.forEach(index -> database.execute(index.definition()));
        database.execute("vacuum analyze names.name");
    }

    /// The product of two even draws is uneven: the first characters are in a tenth of all names.
    private String name() {
        StringBuilder trade = new StringBuilder();
        int length = 2 + random.nextInt(3);
        for (int place = 0; place < length; place++) {
            int at = (int) (random.nextDouble() * random.nextDouble() * CHARACTERS.length());
            trade.append(CHARACTERS.charAt(at));
        }
        return city.name().zh() + trade + INDUSTRIES.get(random.nextInt(INDUSTRIES.size())) + "有限公司";
    }

    private double[] measure() {
        List<Long> nanos = new ArrayList<>();
        for (int i = -WARM_UP; i < CHECKS; i++) {
            String name = name();
            long begun = System.nanoTime();
            check.check(name, true, null);
            if (i >= 0) {
                nanos.add(System.nanoTime() - begun);
            }
        }
        List<Long> sorted = nanos.stream().sorted().toList();
        return new double[] {
            sorted.get(CHECKS / 2) / NANOS_A_MILLI,
            sorted.get((int) (CHECKS * 0.99)) / NANOS_A_MILLI,
            sorted.getLast() / NANOS_A_MILLI
        };
    }
}
