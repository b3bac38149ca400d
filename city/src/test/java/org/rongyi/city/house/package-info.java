/// The house rules as tests. Each rule has a planted violation under `org.rongyi.planted` or in its own test, which
/// proves that the rule bites.
@NullMarked
package org.rongyi.city.house;

import org.jspecify.annotations.NullMarked;
