package org.rongyi.city.utilities;

/// A request is supplied, refused, withdrawn or has lapsed. Kept until it was heard, also when the process ends before.
record ConnectionEnded(long request) {}
