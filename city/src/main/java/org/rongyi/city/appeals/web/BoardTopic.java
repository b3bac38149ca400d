package org.rongyi.city.appeals.web;

/// What comes up more than usual, for everybody: by its category and district, never by what somebody said.
public record BoardTopic(String category, String place, String voices, String usual, String days) {}
