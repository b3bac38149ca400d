package org.rongyi.city.documents.web;

/// A grant, or a use, of a seal or licence on the page of a firm.
///
/// @param id of the grant; 0 for a use
public record UseRow(long id, String thing, String person, String purpose, String when) {}
