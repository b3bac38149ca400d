/// Invents a demo city's business entities: any number, the same for the same size and seed.
///
/// **Rule.** Nothing in it is a real person or firm, and everything in it says so.
@NullMarked
package org.rongyi.city.enterprises.generator;

import org.jspecify.annotations.NullMarked;
