/// Seals and seal signatures of GB/T 38540-2020 as they are written in DER. No door.
@NullMarked
package org.rongyi.seals.ses;

import org.jspecify.annotations.NullMarked;
