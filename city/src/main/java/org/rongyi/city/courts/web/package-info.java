@NullMarked
package org.rongyi.city.courts.web;

import org.jspecify.annotations.NullMarked;
