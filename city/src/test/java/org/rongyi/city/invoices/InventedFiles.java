package org.rongyi.city.invoices;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.rongyi.city.vocabulary.CreditCode;
import org.rongyi.invoices.Invoice.Party;
import org.rongyi.invoices.cn.InventedInvoice;
import org.rongyi.invoices.cn.InventedInvoice.Item;

/// Invented invoices of a firm, good and faulty, as files and as a ZIP.
public final class InventedFiles {
    public static final Party SELLER = new Party("虚构面粉厂（测试）", "91350100M000100Y43");

    private static final LocalDate DAY = LocalDate.of(2026, 11, 2);

    private InventedFiles() {}

    static String number(int which) {
        return "2651%016d".formatted(which);
    }

    /// What the firm bought: the day and the amount follow from the number.
    public static byte[] bought(CreditCode firm, int which) {
        return bought(firm, which, "*谷物加工品*面粉");
    }

    static byte[] bought(CreditCode firm, int which, String what) {
        Party buyer = new Party("虚构面馆（测试）", firm.value());
        Item item = new Item(what, new BigDecimal(which % 50 + 1), new BigDecimal("100.00"), new BigDecimal("0.09"));
        return InventedInvoice.write(number(which), DAY.plusDays(which % 20), SELLER, buyer, List.of(item));
    }

    static byte[] sold(CreditCode firm, int which, String yuan) {
        Party seller = new Party("虚构面馆（测试）", firm.value());
        Item item = new Item("*餐饮服务*餐费", BigDecimal.ONE, new BigDecimal(yuan), new BigDecimal("0.01"));
        return InventedInvoice.write(number(which), DAY, seller, new Party("某顾客（虚构）", ""), List.of(item));
    }

    /// As if it had been issued on that day.
    static byte[] dated(byte[] file, String day) {
        String text = new String(file, StandardCharsets.UTF_8);
        return text.replaceAll("<(IssueTime|RequestTime)>[0-9-]{10}", "<$1>" + day)
                .getBytes(StandardCharsets.UTF_8);
    }

    static byte[] changed(byte[] file, String from, String to) {
        String text = new String(file, StandardCharsets.UTF_8);
        if (!text.contains(from)) {
            throw new IllegalArgumentException("nothing to change: " + from);
        }
        return text.replace(from, to).getBytes(StandardCharsets.UTF_8);
    }

    /// So many, each twelfth of the first 144 with another fault.
    public static Map<String, byte[]> many(CreditCode firm, int count) {
        List<String[]> faults = List.of(
                new String[] {"<TotalTaxAm>", "<TotalTaxAm>1"},
                new String[] {"<InvoiceNumber>2651", "<InvoiceNumber>X651"},
                new String[] {"<IssueTime>2026-11", "<IssueTime>2026-13"},
                new String[] {SELLER.taxId(), "91350100M000100Y44"},
                new String[] {"</EInvoice>", ""},
                new String[] {"<EInvoice>", "<!DOCTYPE EInvoice [<!ENTITY a \"b\">]><EInvoice>"},
                new String[] {"TaxBureauSignature", "Signature"},
                new String[] {firm.value(), SELLER.taxId()},
                new String[] {"圆", "圆壹角"},
                new String[] {"<TaxRate>0.09", "<TaxRate>0.07"},
                new String[] {"<Amount>", "<Amount>9"},
                new String[] {"<SellerName>虚构面粉厂（测试）", "<SellerName>"});
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (int i = 1; i <= count; i++) {
            int fault = i % 12 == 0 && i / 12 <= faults.size() ? i / 12 - 1 : -1;
            byte[] good = bought(firm, i);
            String name = "发票" + i + ".xml";
            files.put(name, fault < 0 ? good : changed(good, faults.get(fault)[0], faults.get(fault)[1]));
        }
        return files;
    }

    public static byte[] zip(Map<String, byte[]> files) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
                zip.closeEntry();
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
