/// What holds for the whole house: the test city, the house rules, the story through a browser.
@NullMarked
package org.rongyi.city;

import org.jspecify.annotations.NullMarked;
