/// Pages of meetings: for everybody, for firms, for the departments that meet them, for leaders.
@NullMarked
package org.rongyi.city.meetings.web;

import org.jspecify.annotations.NullMarked;
