/// The invented applications of a demo.
@NullMarked
package org.rongyi.city.applications.demo;

import org.jspecify.annotations.NullMarked;
