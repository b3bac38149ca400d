/// Pages of the room `utilities`.
@NullMarked
package org.rongyi.city.utilities.web;

import org.jspecify.annotations.NullMarked;
