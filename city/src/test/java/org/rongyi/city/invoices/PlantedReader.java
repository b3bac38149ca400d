package org.rongyi.city.invoices;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.rongyi.invoices.Reading;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;

/// Fails over files that ask for it, as a library may fail over one that nobody has thought of.
@Component
@Primary
class PlantedReader extends FileReader {
    static final String THROWS = "<!-- planted: throws -->";
    static final String OVERFLOWS = "<!-- planted: overflows -->";
    static final String TAKES_ALL_MEMORY = "<!-- planted: takes all memory -->";

    @Override
    Reading read(byte[] file, LocalDate today) {
        String text = new String(file, StandardCharsets.ISO_8859_1);
        if (text.endsWith(THROWS)) {
            throw new IllegalStateException("planted");
        }
        if (text.endsWith(OVERFLOWS)) {
            overflow(1);
        }
        if (text.endsWith(TAKES_ALL_MEMORY)) {
            throw new OutOfMemoryError("planted");
        }
        return super.read(file, today);
    }

    private static int overflow(int deep) {
        return deep < 0 ? deep : overflow(deep + 1) + 1;
    }
}
