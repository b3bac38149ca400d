package org.rongyi.city.documents.web;

/// A run in which all licences of a type are issued anew, as the page shows it.
public record RunView(String type, String reason, String when, int done, int failed, int total, boolean ended) {}
