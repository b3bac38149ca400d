/// China's fully digital invoice (数电票).
@NullMarked
package org.rongyi.invoices.cn;

import org.jspecify.annotations.NullMarked;
