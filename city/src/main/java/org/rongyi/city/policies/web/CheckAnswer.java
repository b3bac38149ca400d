package org.rongyi.city.policies.web;

/// An answer that a visitor gave, in the language of the page.
public record CheckAnswer(String element, String name, String answer) {}
