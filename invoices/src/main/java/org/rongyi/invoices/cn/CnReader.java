package org.rongyi.invoices.cn;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rongyi.invoices.Fault.Text;
import org.rongyi.invoices.Faults;
import org.rongyi.invoices.Format;
import org.rongyi.invoices.Invoice;
import org.rongyi.invoices.Invoice.Line;
import org.rongyi.invoices.Invoice.Party;
import org.rongyi.invoices.Reading;
import org.rongyi.invoices.xml.Node;

/// Reads a 数电票: fields one by one, then what they say of each other.
public final class CnReader {
    public static final String ROOT = "EInvoice";

    private static final String DATA = "EInvoiceData/";
    private static final String SPECIAL = "01";
    /// The first ones were issued on this day, in Guangdong, Inner Mongolia and Shanghai.
    private static final LocalDate FIRST = LocalDate.of(2021, 12, 1);

    private final Node root;
    private final LocalDate today;
    private final Faults faults = new Faults();
    private final CnFields fields;

    private CnReader(Node root, LocalDate today) {
        this.root = root;
        this.today = today;
        this.fields = new CnFields(root, faults);
    }

    public static Reading read(Node root, LocalDate today) {
        CnReader reader = new CnReader(root, today);
        Invoice invoice = reader.invoice().orElse(null);
        return new Reading(Format.CN, invoice, reader.faults.all());
    }

    private Optional<Invoice> invoice() {
        @Nullable String number = number();
        @Nullable LocalDate day = day();
        @Nullable String kind = kind();
        @Nullable Party seller = seller();
        @Nullable Party buyer = buyer(SPECIAL.equals(kind));
        List<Line> lines = lines(day);
        CnSums sums = new CnSums(root, fields, faults);
        CnSums.@Nullable Totals totals = sums.totals(lines);
        signature();
        if (number != null && day != null) {
            yearOf(number, day);
        }
        if (number == null || day == null || kind == null || seller == null || buyer == null || totals == null) {
            return Optional.empty();
        }
        return Optional.of(new Invoice(
                Format.CN, number, kind, day, seller, buyer, "CNY", totals.net(), totals.tax(), totals.total(), lines));
    }

    private @Nullable String number() {
        Optional<Node> found = fields.need("TaxSupervisionInfo/InvoiceNumber");
        found.filter(node -> !node.text().matches("[0-9]{20}"))
                .ifPresent(node -> faults.add(
                        "CN-03",
                        node.line(),
                        new Text(
                                "发票号码“" + CnFields.shown(node.text()) + "”不是 20 位数字",
                                "the number (" + CnFields.shown(node.text()) + ") does not have 20 digits"),
                        CnFields.DOWNLOAD_AGAIN));
        Optional<Node> header = fields.need("Header/EIid");
        if (found.isPresent()
                && header.isPresent()
                && !header.get().text().equals(found.get().text())) {
            faults.add(
                    "CN-04",
                    header.get().line(),
                    new Text(
                            "EIid 和发票号码不一样：" + CnFields.shown(header.get().text()),
                            "EIid is another number: "
                                    + CnFields.shown(header.get().text())),
                    CnFields.DOWNLOAD_AGAIN);
        }
        return found.map(Node::text).filter(text -> text.matches("[0-9]{20}")).orElse(null);
    }

    /// Its first two digits are those of the year.
    private void yearOf(String number, LocalDate day) {
        int year = Integer.parseInt(number.substring(0, 2));
        if (year != day.getYear() % 100) {
            faults.add(
                    "CN-05",
                    root.one("TaxSupervisionInfo/InvoiceNumber").map(Node::line).orElse(0),
                    new Text(
                            "号码以 " + number.substring(0, 2) + " 开头，开票年份却是 " + day.getYear(),
                            "the number begins with " + number.substring(0, 2) + ", but it was issued in "
                                    + day.getYear()),
                    CnFields.DOWNLOAD_AGAIN);
        }
    }

    private @Nullable LocalDate day() {
        Optional<Node> node = fields.need("TaxSupervisionInfo/IssueTime");
        if (node.isEmpty()) {
            return null;
        }
        String text = node.get().text();
        Optional<LocalDate> day = day(text);
        if (day.isEmpty()) {
            faults.add(
                    "CN-06",
                    node.get().line(),
                    new Text(
                            "开票日期“" + CnFields.shown(text) + "”读不出来",
                            "the day of issue (" + CnFields.shown(text) + ") cannot be read"),
                    CnFields.DOWNLOAD_AGAIN);
        } else if (day.get().isAfter(today) || day.get().isBefore(FIRST)) {
            faults.add(
                    "CN-07",
                    node.get().line(),
                    new Text(
                            day.get().isAfter(today) ? "开票日期 " + day.get() + " 还没到" : "那一天（" + day.get() + "）还没有数电票",
                            day.get().isAfter(today)
                                    ? "the day of issue, " + day.get() + ", is still to come"
                                    : "there were none of these on " + day.get()),
                    CnFields.DOWNLOAD_AGAIN);
        }
        return day.orElse(null);
    }

    private static Optional<LocalDate> day(String text) {
        if (!text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}([ T][0-9]{2}:[0-9]{2}(:[0-9]{2})?)?")) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(text.substring(0, 10)));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    private @Nullable String kind() {
        Optional<Node> node = fields.need("Header/InherentLabel/GeneralOrSpecialVAT/LabelCode");
        node.filter(each -> !each.text().matches("0[12]"))
                .ifPresent(each -> faults.add(
                        "CN-09",
                        each.line(),
                        new Text(
                                "票种“" + CnFields.shown(each.text()) + "”既不是 01（专用）也不是 02（普通）",
                                "the kind (" + CnFields.shown(each.text())
                                        + ") is neither 01 (special) nor 02 (ordinary)"),
                        CnFields.DOWNLOAD_AGAIN));
        return node.map(Node::text).filter(text -> text.matches("0[12]")).orElse(null);
    }

    private @Nullable Party seller() {
        Optional<String> name = fields.name(DATA + "SellerInformation/SellerName");
        Optional<Node> id = fields.need(DATA + "SellerInformation/SellerIdNum");
        id.ifPresent(node -> taxId("销售方", "the seller", node));
        return name.isEmpty() || id.isEmpty()
                ? null
                : new Party(name.get(), id.get().text());
    }

    /// Who buys for themselves has no number; a special invoice is issued to none of those.
    private @Nullable Party buyer(boolean special) {
        Optional<String> name = fields.name(DATA + "BuyerInformation/BuyerName");
        String path = DATA + "BuyerInformation/BuyerIdNum";
        Optional<Node> id = root.one(path).filter(node -> !node.text().isEmpty());
        id.ifPresent(node -> taxId("购买方", "the buyer", node));
        if (id.isEmpty() && special) {
            faults.add(
                    "CN-10",
                    root.one(DATA + "BuyerInformation").map(Node::line).orElse(root.line()),
                    new Text("专用发票没有购买方识别号", "a special invoice without the buyer's number"),
                    CnFields.ASK_SELLER);
        }
        return name.map(text -> new Party(text, id.map(Node::text).orElse(""))).orElse(null);
    }

    private void taxId(String zh, String en, Node node) {
        TaxpayerNumber.faultIn(node.text())
                .ifPresent(fault -> faults.add(
                        "CN-11",
                        node.line(),
                        new Text(
                                zh + "识别号“" + CnFields.shown(node.text()) + "”" + fault.zh(),
                                "the number of " + en + " (" + CnFields.shown(node.text()) + ") " + fault.en()),
                        CnFields.ASK_SELLER));
    }

    private List<Line> lines(@Nullable LocalDate day) {
        List<Node> nodes = root.all(DATA + "IssuItemInformation");
        if (nodes.isEmpty()) {
            faults.add("CN-01", root.line(), new Text("没有一行明细", "there is no line"), CnFields.DOWNLOAD_AGAIN);
        }
        List<Line> lines = new ArrayList<>();
        int place = 1;
        for (Node node : nodes) {
            CnLine.read(node, place, fields, faults, day).ifPresent(lines::add);
            place++;
        }
        return lines;
    }

    /// Its being there is asked, not whether it is true: see the package.
    private void signature() {
        if (root.one("TaxBureauSignature").isEmpty()) {
            faults.add(
                    "CN-20",
                    root.line(),
                    new Text("没有税务机关的签名", "the signature of the tax authority is missing"),
                    CnFields.DOWNLOAD_AGAIN);
        }
    }
}
