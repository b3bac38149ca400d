@NullMarked
package org.rongyi.definitions.journey;

import org.jspecify.annotations.NullMarked;
