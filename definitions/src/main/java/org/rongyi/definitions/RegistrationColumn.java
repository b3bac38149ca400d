package org.rongyi.definitions;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a registration file may tell, and the headers under which it does.
public enum RegistrationColumn {
    NAME(
            "entityName",
            "name",
            "entityName",
            "company name",
            "enterprise name",
            "企业名称",
            "名称",
            "企业（机构）名称",
            "市场主体名称",
            "经营主体名称",
            "公司名称",
            "单位名称"),
    CREDIT_CODE(
            "creditCode",
            "uscc",
            "creditCode",
            "unified social credit code",
            "统一社会信用代码",
            "社会信用代码",
            "信用代码",
            "统一代码",
            "统一社会信用代码/注册号"),
    ESTABLISHED("establishedOn", "registered_on", "establishedOn", "注册日期", "成立日期", "登记日期", "注册时间", "成立时间"),
    TYPE("entityType", "type", "entityType", "企业类型", "主体类型", "类型", "市场主体类型", "公司类型"),
    STATE("registrationState", "state", "registrationState", "登记状态", "经营状态", "企业状态"),
    CAPITAL("registeredCapital", "capital", "registeredCapital", "注册资金", "注册资本", "注册资本（万元）", "注册资金（万元）", "注册资本（金）"),
    CAPITAL_UNIT(null, "capital_unit", "注册资金单位", "注册资本单位", "资金单位"),
    SCOPE("businessScope", "scope", "businessScope", "经营范围", "业务范围"),
    DISTRICT(
            "operatingAreaCode",
            "district_code",
            "district",
            "operatingAreaCode",
            "地区",
            "区县",
            "所属区县",
            "所属地区",
            "行政区划",
            "行政区划代码",
            "区（市）县"),
    ADDRESS("registeredAddress", "address", "registeredAddress", "注册地址", "住所", "地址", "企业地址", "经营场所", "住所地址"),
    /// Known and of no use: every firm of the register is in the same province.
    PROVINCE(null, "province", "所在省份", "省份", "所属省份", "所在城市", "所属城市");

    private static final Map<String, RegistrationColumn> BY_HEADER = new HashMap<>();

    private final @Nullable String element;
    private final List<String> headers;

    static {
        for (RegistrationColumn column : values()) {
            column.headers.forEach(header -> BY_HEADER.put(plain(header), column));
        }
    }

    /// @param element that the column tells; null: none by itself
    RegistrationColumn(@Nullable String element, String... headers) {
        this.element = element;
        this.headers = List.of(headers);
    }

    /// Id of the element that the column tells.
    public @Nullable String element() {
        return element;
    }

    /// The column that a header names, however it is spaced or written; null: none.
    public static @Nullable RegistrationColumn of(String header) {
        return BY_HEADER.get(plain(header));
    }

    private static String plain(String header) {
        return Normalizer.normalize(header, Normalizer.Form.NFKC)
                .replaceAll("[\\s_*\\p{Cf}]", "")
                .toLowerCase(Locale.ROOT);
    }
}
