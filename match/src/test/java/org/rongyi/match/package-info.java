@NullMarked
package org.rongyi.match;

import org.jspecify.annotations.NullMarked;
