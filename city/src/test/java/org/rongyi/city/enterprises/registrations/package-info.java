@NullMarked
package org.rongyi.city.enterprises.registrations;

import org.jspecify.annotations.NullMarked;
