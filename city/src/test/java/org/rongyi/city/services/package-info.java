@NullMarked
package org.rongyi.city.services;

import org.jspecify.annotations.NullMarked;
