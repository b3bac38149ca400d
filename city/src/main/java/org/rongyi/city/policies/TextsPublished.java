package org.rongyi.city.policies;

/// A policy was published on a page: other texts hold, and the city is to be judged by them.
record TextsPublished() {}
