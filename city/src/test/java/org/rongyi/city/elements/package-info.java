@NullMarked
package org.rongyi.city.elements;

import org.jspecify.annotations.NullMarked;
