@NullMarked
package org.rongyi.city.procedures;

import org.jspecify.annotations.NullMarked;
