/// The pages that gather, and the header that leads to them.
@NullMarked
package org.rongyi.city.portal.web;

import org.jspecify.annotations.NullMarked;
