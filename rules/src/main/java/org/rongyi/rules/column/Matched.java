package org.rongyi.rules.column;

import org.roaringbitmap.RoaringBitmap;

/// What one rule matched in a table.
///
/// @param holds   rows for which the rule holds
/// @param unknown rows for which it hangs on missing elements; disjoint from `holds`. For all other rows it
/// fails
public record Matched(RoaringBitmap holds, RoaringBitmap unknown) {}
