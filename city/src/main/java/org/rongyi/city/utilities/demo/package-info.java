/// The invented connections of a demo.
@NullMarked
package org.rongyi.city.utilities.demo;

import org.jspecify.annotations.NullMarked;
