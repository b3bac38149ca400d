package org.rongyi.city.enterprises;

import java.util.function.Consumer;
import org.rongyi.rules.Row;

/// Invented business entities as rules would see them, made one by one and kept nowhere: to measure on.
public interface InventedFirms {
    /// @param each called by several threads at once, in no order
    void forEach(long size, Consumer<Row> each);
}
