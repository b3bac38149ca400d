package org.rongyi.invoices.cn;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rongyi.invoices.Fault.Text;
import org.rongyi.invoices.Faults;
import org.rongyi.invoices.Numbers;
import org.rongyi.invoices.xml.Node;

/// The fields of a 数电票 by their paths, and what is wrong with one by itself.
final class CnFields {
    static final Text DOWNLOAD_AGAIN = new Text(
            "从税务数字账户重新下载原文件；改过的文件不是发票",
            "Download the original again from the tax account; a file that was changed is no invoice");
    static final Text ASK_SELLER = new Text("请销售方红冲后重新开具", "Ask the seller to take it back and issue it anew");

    private static final int CENTS = 2;
    private static final int LONGEST_NAME = 300;

    private final Node root;
    private final Faults faults;

    CnFields(Node root, Faults faults) {
        this.root = root;
        this.faults = faults;
    }

    /// One that must stand there once, and not be empty.
    Optional<Node> need(Node from, String path) {
        List<Node> found = from.all(path);
        if (found.size() > 1) {
            faults.add(
                    "CN-02",
                    found.get(1).line(),
                    new Text(path + " 出现了 " + found.size() + " 次", path + " stands there " + found.size() + " times"),
                    DOWNLOAD_AGAIN);
        }
        if (found.isEmpty()
                || found.getFirst().text().isEmpty()
                        && found.getFirst().children().isEmpty()) {
            faults.add(
                    "CN-01",
                    found.isEmpty() ? from.line() : found.getFirst().line(),
                    new Text("缺少 " + path, path + " is missing"),
                    DOWNLOAD_AGAIN);
            return Optional.empty();
        }
        return Optional.of(found.getFirst());
    }

    Optional<Node> need(String path) {
        return need(root, path);
    }

    Optional<String> name(String path) {
        return need(path).map(Node::text).filter(text -> {
            if (text.length() > LONGEST_NAME) {
                faults.add(
                        "CN-01",
                        root.one(path).map(Node::line).orElse(0),
                        new Text(path + " 超过 " + LONGEST_NAME + " 字", path + " is longer than " + LONGEST_NAME),
                        DOWNLOAD_AGAIN);
            }
            return text.length() <= LONGEST_NAME;
        });
    }

    /// An amount in yuan, to the fen.
    @Nullable
    BigDecimal amount(Node from, String path) {
        return need(from, path).map(node -> toTheFen(node, path)).orElse(null);
    }

    private @Nullable BigDecimal toTheFen(Node node, String path) {
        Optional<BigDecimal> number = Numbers.of(node.text()).filter(each -> Numbers.decimals(each) <= CENTS);
        if (number.isEmpty()) {
            faults.add(
                    "CN-08",
                    node.line(),
                    new Text(
                            path + " 的“" + shown(node.text()) + "”不是到分的金额",
                            path + " (" + shown(node.text()) + ") is no amount to the fen"),
                    DOWNLOAD_AGAIN);
        }
        return number.map(each -> each.setScale(CENTS)).orElse(null);
    }

    /// A number that may be left out.
    @Nullable
    BigDecimal number(Node from, String path) {
        Optional<Node> node = from.one(path).filter(each -> !each.text().isEmpty());
        if (node.isEmpty()) {
            return null;
        }
        Optional<BigDecimal> number = Numbers.of(node.get().text());
        if (number.isEmpty()) {
            faults.add(
                    "CN-08",
                    node.get().line(),
                    new Text(
                            path + " 的“" + shown(node.get().text()) + "”不是数",
                            path + " (" + shown(node.get().text()) + ") is no number"),
                    DOWNLOAD_AGAIN);
        }
        return number.orElse(null);
    }

    static String shown(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }
}
