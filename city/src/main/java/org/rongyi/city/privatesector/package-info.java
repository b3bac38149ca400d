/// What private firms find in one place (民营企业服务平台): overdue payments, projects, finance, and policies for them.
///
/// **Rule.** What is owed is an appeal, with the owner, date and end of one. What a firm writes is read by whom it is
/// meant for, each look on record; an answer to a need for finance is never a promise of credit.
@NullMarked
@ApplicationModule(
        allowedDependencies = {"vocabulary", "identity", "calendar", "policies", "applications", "appeals", "ui"})
package org.rongyi.city.privatesector;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
