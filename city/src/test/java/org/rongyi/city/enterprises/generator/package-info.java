@NullMarked
package org.rongyi.city.enterprises.generator;

import org.jspecify.annotations.NullMarked;
