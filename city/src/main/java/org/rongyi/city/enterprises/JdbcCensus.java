package org.rongyi.city.enterprises;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class JdbcCensus implements Census {
    private static final String COUNTS = """
            select grouping(district, section, entity_type, year) as grouped,
                   coalesce(district, section, entity_type, year) as code, district, section, count(*) as firms
              from (select left(area_code, 6) as district, left(industry_code, 1) as section, entity_type,
                           extract(year from established_on)::text as year
                      from enterprises.enterprise) e
             group by grouping sets ((), (district), (section), (entity_type), (year), (district, section))""";

    private final JdbcClient database;

    JdbcCensus(JdbcClient database) {
        this.database = database;
    }

    @Override
    public Counts counts() {
        Map<String, List<Count>> groups = new HashMap<>();
        SortedMap<String, List<Count>> sectionsOf = new TreeMap<>();
        long[] all = {0};
        database.sql(COUNTS).query((RowCallbackHandler) row -> {
            String grouped = Integer.toBinaryString(row.getInt("grouped") | 16).substring(1);
            if (grouped.equals("1111")) {
                all[0] = row.getLong("firms");
            } else if (grouped.equals("0011")) {
                String district = row.getString("district");
                String section = row.getString("section");
                if (district != null && section != null) {
                    sectionsOf
                            .computeIfAbsent(district, _ -> new ArrayList<>())
                            .add(new Count(section, row.getLong("firms")));
                }
            } else {
                groups.computeIfAbsent(grouped, _ -> new ArrayList<>())
                        .add(new Count(row.getString("code"), row.getLong("firms")));
            }
        });
        return new Counts(
                all[0],
                largestFirst(groups.get("0111")),
                largestFirst(groups.get("1011")),
                largestFirst(groups.get("1101")),
                largestFirst(groups.get("1110")),
                sectionsOf);
    }

    private static List<Count> largestFirst(@Nullable List<Count> counts) {
        return counts == null
                ? List.of()
                : counts.stream()
                        .sorted(Comparator.comparingLong(Count::firms).reversed())
                        .toList();
    }
}
