@NullMarked
package org.rongyi.city.identity.web;

import org.jspecify.annotations.NullMarked;
