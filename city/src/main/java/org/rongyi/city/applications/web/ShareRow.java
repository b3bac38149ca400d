package org.rongyi.city.applications.web;

/// One whom a draft was shared with.
///
/// @param ends until when, or who ended it
public record ShareRow(long id, String who, String scope, String ends, String looks, boolean open) {}
