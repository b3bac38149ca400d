@NullMarked
package org.rongyi.definitions;

import org.jspecify.annotations.NullMarked;
