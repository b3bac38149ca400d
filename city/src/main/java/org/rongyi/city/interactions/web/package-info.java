/// Pages of the log: for the firm, and for officers with a purpose.
@NullMarked
package org.rongyi.city.interactions.web;

import org.jspecify.annotations.NullMarked;
