/// From rule text to our own tree. Here the words, brackets and operators of the profile are read, refused with advice
/// where they are not of it, and handed to the FEEL parser; that parser's classes appear in no other package.
///
/// **Rule it keeps:** every text gives a tree or faults with a place inside the text. Nothing is thrown, nothing
/// hangs and the stack does not overflow: length, nesting and number of operators are limited before the parser
/// sees the text.
@NullMarked
package org.rongyi.rules.syntax;

import org.jspecify.annotations.NullMarked;
