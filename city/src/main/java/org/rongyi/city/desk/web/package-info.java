/// Pages for officers, heads and leaders. View models are public because templates compile to another package.
@NullMarked
package org.rongyi.city.desk.web;

import org.jspecify.annotations.NullMarked;
