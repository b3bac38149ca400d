@NullMarked
package org.rongyi.definitions.procedure;

import org.jspecify.annotations.NullMarked;
