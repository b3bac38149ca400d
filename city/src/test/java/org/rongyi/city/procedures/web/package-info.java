@NullMarked
package org.rongyi.city.procedures.web;

import org.jspecify.annotations.NullMarked;
