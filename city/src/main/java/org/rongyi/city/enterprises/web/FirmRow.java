package org.rongyi.city.enterprises.web;

import java.util.List;

/// A firm in a list, in words.
public record FirmRow(String creditCode, String name, String type, String area, String industry, String established) {
    List<String> cells() {
        return List.of(creditCode, name, type, area, industry, established);
    }
}
