/// The pages that gather, and the story of a whole day in the city.
@NullMarked
package org.rongyi.city.portal.web;

import org.jspecify.annotations.NullMarked;
