package org.rongyi.city.policies.web;

import java.util.List;

/// A few firms that a draft touches.
///
/// @param gaining none where fewer than ten gain
/// @param losing none where fewer than ten lose
public record NamedFirms(List<Line> gaining, List<Line> losing) {

    /// @param missed conditions: of the text in force if the firm gains, of the draft if it loses
    public record Line(String name, String href, List<String> missed) {}
}
