package org.rongyi.city.applications.web;

/// What the rules found, in the language of the page.
public record FindingView(String reason, String basis, String mend, String href) {}
