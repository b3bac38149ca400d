package org.rongyi.invoices;

import java.time.LocalDate;
import java.util.List;
import org.rongyi.invoices.Fault.Text;
import org.rongyi.invoices.cn.CnReader;
import org.rongyi.invoices.en.EnReader;
import org.rongyi.invoices.xml.Node;
import org.rongyi.invoices.xml.SafeXml;
import org.rongyi.invoices.xml.Unreadable;

/// Reads an invoice, whatever it is written in, and says everything that is wrong with it.
public final class InvoiceReader {
    /// A larger file is no invoice.
    public static final int LARGEST = SafeXml.LARGEST;

    private InvoiceReader() {}

    /// Never throws over what is in the file.
    ///
    /// @param today no invoice was issued after it
    public static Reading read(byte[] file, LocalDate today) {
        Node root;
        try {
            root = SafeXml.read(file);
        } catch (Unreadable unreadable) {
            return new Reading(null, null, List.of(fault(unreadable)));
        }
        if (root.name().equals(CnReader.ROOT)) {
            return CnReader.read(root, today);
        }
        return EnReader.read(root, today).orElseGet(() -> new Reading(null, null, List.of(unknown(root))));
    }

    private static Fault unknown(Node root) {
        return new Fault(
                "XML-2",
                root.line(),
                new Text("不是认识的发票：最外层是 " + shown(root), "no invoice that is known here: it begins with " + shown(root)),
                new Text("上传数电票的 XML 原文件，或 UBL、CII 格式的发票", "Send the XML of a 数电票, or an invoice in UBL or CII"));
    }

    private static String shown(Node root) {
        return root.name().length() <= 40 ? root.name() : root.name().substring(0, 40) + "…";
    }

    private static Fault fault(Unreadable unreadable) {
        Text what = switch (unreadable.why()) {
            case EMPTY -> new Text("文件是空的", "the file is empty");
            case TOO_LARGE -> new Text("文件超过 4 MB，不会是发票", "more than 4 MB: no invoice");
            case HOSTILE ->
                new Text(
                        "文件里有文档类型或实体声明，可能有害，没有读",
                        "it declares a document type or entities, which may do harm: not read");
            case TOO_DEEP, TOO_MANY -> new Text("文件的结构太深或太多，不会是发票", "nested too deeply, or too many parts: no invoice");
            case BROKEN -> new Text("不是完整的 XML", "not whole XML");
        };
        return new Fault(
                "XML-1",
                unreadable.line(),
                what,
                new Text("从原处重新下载 XML 文件", "Download the XML again from where it came"));
    }
}
