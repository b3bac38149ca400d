/// The policy library, the check without signing in, a firm's verdicts, and the editor's desk.
@NullMarked
package org.rongyi.city.policies.web;

import org.jspecify.annotations.NullMarked;
