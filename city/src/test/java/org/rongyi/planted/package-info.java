/// Violations planted on purpose: they prove that the house rules bite. Outside `org.rongyi.city`, so that no city ever
/// starts with them.
@NullMarked
package org.rongyi.planted;

import org.jspecify.annotations.NullMarked;
