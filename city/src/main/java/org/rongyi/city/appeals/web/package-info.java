/// Pages of appeals.
@NullMarked
package org.rongyi.city.appeals.web;

import org.jspecify.annotations.NullMarked;
