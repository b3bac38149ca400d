/// EN 16931: one meaning (business terms, BT, in groups, BG), two ways of writing it (UBL, CII).
@NullMarked
package org.rongyi.invoices.en;

import org.jspecify.annotations.NullMarked;
