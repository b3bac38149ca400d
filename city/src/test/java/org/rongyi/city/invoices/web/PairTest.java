package org.rongyi.city.invoices.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.rongyi.city.ui.Page;
import org.rongyi.city.ui.TestPages;
import org.rongyi.invoices.Invoice;
import org.rongyi.invoices.Invoice.Party;
import org.rongyi.invoices.InvoiceReader;
import org.rongyi.invoices.cn.InventedInvoice;
import org.rongyi.invoices.cn.InventedInvoice.Item;

/// Two invoices with one number, side by side: they are the same only where every line is.
class PairTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final List<Item> ITEMS = List.of(
            item("*谷物*糙米", "1", "100.00"),
            item("*谷物*小米", "2", "100.00"),
            item("*谷物*燕麦", "3", "100.00"),
            item("*谷物*高粱", "4", "100.00"),
            item("*谷物*玉米", "5", "100.00"));

    private final Page page = TestPages.chinese(TODAY);

    private static Item item(String what, String quantity, String price) {
        return new Item(what, new BigDecimal(quantity), new BigDecimal(price), new BigDecimal("0.09"));
    }

    private static Invoice invoice(List<Item> items) {
        Party seller = new Party("虚构粮油店（测试）", "91350100M000100Y43");
        byte[] file = InventedInvoice.write(
                "26510000000000000001",
                LocalDate.of(2026, 11, 2),
                seller,
                new Party("虚构面馆（测试）", "Y2510104YDEMA0013K"),
                items);
        return Objects.requireNonNull(InvoiceReader.read(file, TODAY).invoice());
    }

    private static List<Item> changed(int place, Item item) {
        List<Item> items = new ArrayList<>(ITEMS);
        items.set(place, item);
        return items;
    }

    private List<InvoiceSheet.Row> whatDiffers(List<Item> sent) {
        return InvoiceWords.sheet(page, invoice(ITEMS), invoice(sent)).rows().stream()
                .filter(InvoiceSheet.Row::differs)
                .toList();
    }

    @Test
    void anotherNameInTheFourthLineIsShown() {
        assertThat(whatDiffers(changed(3, item("*谷物*大麦", "4", "100.00"))))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.key()).isEqualTo("明细第 4 行");
                    assertThat(row.value()).contains("高粱");
                    assertThat(row.beside()).contains("大麦");
                });
    }

    @Test
    void quantityAndPriceThatComeToTheSameSumAreShown() {
        assertThat(whatDiffers(changed(0, item("*谷物*糙米", "2", "50.00"))))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.key()).isEqualTo("明细第 1 行");
                    assertThat(row.value()).contains("数量 1", "单价 100");
                    assertThat(row.beside()).contains("数量 2", "单价 50");
                });
    }

    @Test
    void linesInAnotherOrderAreShownAndTheSameLinesAreNot() {
        assertThat(whatDiffers(ITEMS.reversed()))
                .extracting(InvoiceSheet.Row::key)
                .containsExactly("明细", "明细第 1 行", "明细第 2 行", "明细第 4 行", "明细第 5 行");
        assertThat(whatDiffers(ITEMS)).isEmpty();
    }

    @Test
    void ofHundredsOfLinesThatDifferFiftyAreShownAndTheOthersCounted() {
        List<Item> many = new ArrayList<>(ITEMS);
        for (int i = 0; i < 60; i++) {
            many.add(item("*谷物*糙米", "1", "1.00"));
        }
        assertThat(whatDiffers(many).getLast().key()).isEqualTo("别的明细");
        assertThat(whatDiffers(many).stream().filter(row -> row.key().startsWith("明细第")))
                .hasSize(50);
    }
}
