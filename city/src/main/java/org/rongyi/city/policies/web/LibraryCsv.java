package org.rongyi.city.policies.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.policies.CityReach;
import org.rongyi.city.ui.CsvTable;
import org.rongyi.city.ui.SmallCounts;
import org.rongyi.definitions.PolicyDefinition;
import org.rongyi.definitions.PolicyVersion;
import org.rongyi.definitions.Words;

/// The library as a table for a spreadsheet.
final class LibraryCsv {
    private static final List<String> HEAD = List.of(
            "编号",
            "名称",
            "English",
            "层级",
            "领域",
            "类别",
            "方式",
            "发文机关",
            "文号",
            "版本",
            "有效自",
            "有效至",
            "申请开始",
            "申请截止",
            "给什么",
            "条件数",
            "今天符合的主体数");

    private LibraryCsv() {}

    static void write(List<LibraryEntry> entries, LocalDate today, HttpServletResponse response) {
        CsvTable table =
                CsvTable.download(response, "policies-" + today + ".csv").row(HEAD);
        entries.forEach(entry -> table.row(row(entry)));
    }

    private static List<String> row(LibraryEntry entry) {
        PolicyDefinition policy = entry.policy();
        PolicyVersion version = entry.version();
        PolicyVersion.Window window = version.window();
        PolicyVersion.Benefit benefit = version.benefit();
        return List.of(
                cell(policy.id()),
                cell(policy.title().zh()),
                cell(policy.title().en()),
                cell(PolicyWords.level(policy).zh()),
                cell(PolicyWords.field(policy).zh()),
                cell(PolicyWords.kind(policy).zh()),
                cell(PolicyWords.mode(policy).zh()),
                words(policy.issuer()),
                cell(policy.documentNo()),
                cell(version.version()),
                cell(version.validFrom()),
                cell(version.validTo()),
                cell(window == null ? null : window.opens()),
                cell(window == null ? null : window.closes()),
                words(benefit == null ? null : benefit.text()),
                cell(version.conditions().size()),
                cell(eligible(entry.reach())));
    }

    private static @Nullable Object eligible(CityReach.@Nullable Shown reach) {
        if (reach == null) {
            return null;
        }
        return reach.eligible() == null ? SmallCounts.HIDDEN.zh() : reach.eligible();
    }

    private static String words(@Nullable Words words) {
        return cell(words == null ? null : words.zh());
    }

    private static String cell(@Nullable Object value) {
        return Objects.toString(value, "");
    }
}
