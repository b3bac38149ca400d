package org.rongyi.city.enterprises;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.vocabulary.AreaCode;
import org.rongyi.city.vocabulary.CreditCode;

/// The register entry of a business entity: what search and counts need. Everything else is a fact in its portrait.
public record Enterprise(
        CreditCode creditCode,
        String name,
        @Nullable String entityType,
        @Nullable AreaCode area,
        @Nullable String industryCode,
        @Nullable LocalDate establishedOn) {}
