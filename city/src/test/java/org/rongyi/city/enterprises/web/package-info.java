@NullMarked
package org.rongyi.city.enterprises.web;

import org.jspecify.annotations.NullMarked;
