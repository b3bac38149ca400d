/// Pages of the room: drafts, handing in, following what was handed in.
@NullMarked
package org.rongyi.city.applications.web;

import org.jspecify.annotations.NullMarked;
