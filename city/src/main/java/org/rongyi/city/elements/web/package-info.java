/// The dictionary as pages.
@NullMarked
package org.rongyi.city.elements.web;

import org.jspecify.annotations.NullMarked;
