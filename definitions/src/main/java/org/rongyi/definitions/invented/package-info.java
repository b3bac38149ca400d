/// Chance for data that nobody is meant by: the same seed draws the same on every machine.
@NullMarked
package org.rongyi.definitions.invented;

import org.jspecify.annotations.NullMarked;
