/// Takes real registration files into the register: what is good is loaded, the rest reported line by line.
///
/// **Rule.** Nothing is converted or guessed in silence; the same file twice changes nothing.
@NullMarked
package org.rongyi.city.enterprises.registrations;

import org.jspecify.annotations.NullMarked;
