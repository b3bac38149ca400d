@NullMarked
package org.rongyi.city.meetings.web;

import org.jspecify.annotations.NullMarked;
