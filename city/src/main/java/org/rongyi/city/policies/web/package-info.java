/// The policy library, the check without signing in, a firm's verdicts, the editor's desk and the
/// policy lab.
@NullMarked
package org.rongyi.city.policies.web;

import org.jspecify.annotations.NullMarked;
