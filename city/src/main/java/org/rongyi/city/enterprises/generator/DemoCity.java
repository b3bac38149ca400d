package org.rongyi.city.enterprises.generator;

import java.nio.file.Path;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.rongyi.city.areas.Areas;
import org.rongyi.city.elements.Elements;
import org.rongyi.city.enterprises.Filing;

/// An invented city: the same entities for the same number and seed, made one by one.
final class DemoCity {
    private final Distributions spread;
    private final Inventor inventor;

    private DemoCity(Distributions spread, Inventor inventor) {
        this.spread = spread;
        this.inventor = inventor;
    }

    /// @param distributions the city's `generator.yaml`
    static DemoCity read(Path distributions, Elements elements, Areas areas, long seed) {
        Distributions spread = DistributionsFile.read(distributions, elements, areas);
        return new DemoCity(spread, new Inventor(spread, areas, seed));
    }

    Stream<Filing> entities(long size) {
        if (size < 0 || size > InventedCode.MOST) {
            throw new IllegalArgumentException(
                    "a demo city cannot have (" + size + ") entities, at most " + InventedCode.MOST);
        }
        return LongStream.range(0, size).mapToObj(number -> Reporting.of(spread, inventor.invent(number)));
    }
}
