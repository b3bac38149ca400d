package org.rongyi.city.enterprises;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/// Rows in the text form of PostgreSQL's COPY, gathered and then sent in one go.
final class CopyRows {
    private final String command;
    private final StringBuilder rows = new StringBuilder(1 << 16);
    private boolean firstCell = true;

    private CopyRows(String columns, String options) {
        this.command = "copy " + columns + " from stdin" + options;
    }

    /// @param columns the table with its columns, e.g. `enterprises.look (id, at)`
    CopyRows(String columns) {
        this(columns, "");
    }

    /// For a table that was emptied in the same transaction: its rows need no mark that they are visible, which
    /// PostgreSQL would else set when they are first read, and write every page again.
    static CopyRows frozen(String columns) {
        return new CopyRows(columns, " with (freeze)");
    }

    CopyRows cell(@Nullable String text) {
        separate();
        if (text == null) {
            rows.append("\\N");
            return this;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\\' -> rows.append("\\\\");
                case '\t' -> rows.append("\\t");
                case '\n' -> rows.append("\\n");
                case '\r' -> rows.append("\\r");
                case 0 -> rows.append(' ');
                default -> rows.append(c);
            }
        }
        return this;
    }

    CopyRows cell(long number) {
        separate();
        rows.append(number);
        return this;
    }

    void endRow() {
        rows.append('\n');
        firstCell = true;
    }

    private void separate() {
        if (!firstCell) {
            rows.append('\t');
        }
        firstCell = false;
    }

    /// Sends the rows and forgets them.
    void send(Connection connection) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        byte[] bytes = rows.toString().getBytes(StandardCharsets.UTF_8);
        rows.setLength(0);
        var copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(command);
        try {
            copy.writeToCopy(bytes, 0, bytes.length);
            copy.endCopy();
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }
}
