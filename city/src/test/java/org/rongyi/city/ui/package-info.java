/// Language, formats, components and error pages.
@NullMarked
package org.rongyi.city.ui;

import org.jspecify.annotations.NullMarked;
