package org.rongyi.city.policies.web;

import org.rongyi.definitions.Words;

/// A kind with how many policies of it fit the other filters.
public record KindCount(Words words, long count, String href, boolean chosen) {}
