package org.rongyi.city.services.web;

/// One item of a list, in the language of the page.
public record ItemLine(String href, String name, String what, String department, String limit, String type) {}
