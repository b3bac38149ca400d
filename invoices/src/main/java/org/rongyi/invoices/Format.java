package org.rongyi.invoices;

/// How an invoice is written.
public enum Format {
    /// 数电票: no public schema; the layout as it is commonly found.
    CN("数电票", "China's digital invoice"),
    UBL("EN 16931（UBL）", "EN 16931 in UBL"),
    CII("EN 16931（CII）", "EN 16931 in CII");

    private final String zh;
    private final String en;

    Format(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    public String zh() {
        return zh;
    }

    public String en() {
        return en;
    }
}
