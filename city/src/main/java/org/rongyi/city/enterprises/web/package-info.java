/// Pages of portraits, contests and imports: for firms, officers and administrators.
///
/// **Rule.** Nobody sees a value here before the page knows for what: a firm's people by their mandate, an officer by a
/// stated purpose that the firm can read.
@NullMarked
package org.rongyi.city.enterprises.web;

import org.jspecify.annotations.NullMarked;
