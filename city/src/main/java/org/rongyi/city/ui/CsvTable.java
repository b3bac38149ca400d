package org.rongyi.city.ui;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;

/// A table that leaves as a file which spreadsheet programs open as it is.
public final class CsvTable {
    /// Without it spreadsheet programs take the text for another encoding.
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /// A cell that begins so would be run by a spreadsheet program as a formula.
    private static final String FORMULA_STARTS = "=+-@\t\r\n＝＋－＠";

    /// What separates cells or lines for some program or other: where the comma is for decimals, a semicolon does,
    /// and a cell `a;=b` would become two.
    private static final String BREAKS = ",;\t\"\n\r";

    private final Appendable out;

    public CsvTable(Appendable out) {
        this.out = out;
        append(BYTE_ORDER_MARK);
    }

    /// The answer to a request: a file with this name to keep.
    public static CsvTable download(HttpServletResponse response, String fileName) {
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, attachment(fileName));
        try {
            return new CsvTable(response.getWriter());
        } catch (IOException e) {
            throw new UncheckedIOException("the file (" + fileName + ") cannot be sent", e);
        }
    }

    /// The header that makes a browser keep the answer under this name, Chinese or not.
    public static String attachment(String fileName) {
        return ContentDisposition.attachment()
                .filename(fileName, StandardCharsets.UTF_8)
                .build()
                .toString();
    }

    public CsvTable row(List<String> cells) {
        String separator = "";
        for (String cell : cells) {
            append(separator);
            append(quoted(cell));
            separator = ",";
        }
        append("\r\n");
        return this;
    }

    private static String quoted(String cell) {
        boolean formula = !cell.isEmpty() && FORMULA_STARTS.indexOf(cell.charAt(0)) >= 0 && !isNumber(cell);
        String safe = formula ? "'" + cell : cell;
        boolean plain = safe.chars().noneMatch(c -> BREAKS.indexOf(c) >= 0);
        return plain ? safe : "\"" + safe.replace("\"", "\"\"") + "\"";
    }

    /// A negative number is no formula.
    private static boolean isNumber(String cell) {
        return cell.matches("-\\d+(\\.\\d+)?");
    }

    private void append(String text) {
        try {
            out.append(text);
        } catch (IOException e) {
            throw new UncheckedIOException("the table cannot be written", e);
        }
    }
}
