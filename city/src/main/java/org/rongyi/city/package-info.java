/// The city as one application: start, database, and what holds for every room.
@NullMarked
package org.rongyi.city;

import org.jspecify.annotations.NullMarked;
