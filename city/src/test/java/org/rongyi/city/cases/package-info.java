@NullMarked
package org.rongyi.city.cases;

import org.jspecify.annotations.NullMarked;
