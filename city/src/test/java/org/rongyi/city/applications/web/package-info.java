/// Tests of the room.
@NullMarked
package org.rongyi.city.applications.web;

import org.jspecify.annotations.NullMarked;
