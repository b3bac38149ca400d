/// What follows from a journey and what is known: the items that apply, one form, one set of papers, the order.
@NullMarked
package org.rongyi.definitions.journey;

import org.jspecify.annotations.NullMarked;
