/// Pages for private firms, and for the departments and banks that answer them.
@NullMarked
package org.rongyi.city.privatesector.web;

import org.jspecify.annotations.NullMarked;
