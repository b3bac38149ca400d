/// Pages of the room: the catalogue, guides, journeys.
@NullMarked
package org.rongyi.city.services.web;

import org.jspecify.annotations.NullMarked;
