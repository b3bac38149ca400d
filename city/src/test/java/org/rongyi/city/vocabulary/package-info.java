@NullMarked
package org.rongyi.city.vocabulary;

import org.jspecify.annotations.NullMarked;
