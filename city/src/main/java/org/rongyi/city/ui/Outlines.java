package org.rongyi.city.ui;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.vocabulary.CityFolder;
import org.rongyi.city.vocabulary.FaultyCityFiles;
import org.rongyi.definitions.Fault;
import org.rongyi.definitions.YamlField;
import org.springframework.stereotype.Component;

/// The outlines of the districts from `geo.geojson` of the city's folder; none when the city has no such file.
@Component
class Outlines implements CityMaps {
    private final List<Outline> outlines;

    Outlines(CityFolder folder) {
        Path file = folder.resolve("geo.geojson");
        this.outlines = Files.isRegularFile(file) ? read(file) : List.of();
    }

    /// @param code of the district
    /// @param rings each a closed line of longitude and latitude
    /// @param x longitude of the place where the name is written
    /// @param y latitude of the place where the name is written
    record Outline(String code, List<double[][]> rings, double x, double y) {}

    List<Outline> all() {
        return outlines;
    }

    @Override
    public @Nullable CityMap draw(
            Page page,
            Map<String, @Nullable Long> counts,
            UnaryOperator<String> name,
            String hidden,
            UnaryOperator<String> beside) {
        if (outlines.isEmpty()) {
            return null;
        }
        Map<String, @Nullable Long> drawn = new HashMap<>();
        Map<String, String> names = new HashMap<>();
        for (Outline outline : outlines) {
            drawn.put(
                    outline.code(), counts.containsKey(outline.code()) ? counts.get(outline.code()) : Long.valueOf(0));
            names.put(outline.code(), name.apply(outline.code()));
        }
        return new MapDrawing(page, drawn, names, hidden, beside).draw(outlines);
    }

    private static List<Outline> read(Path file) {
        List<Fault> faults = new ArrayList<>();
        List<Outline> outlines = YamlField.read(file, faults).need("features").items().stream()
                .map(Outlines::outline)
                .toList();
        FaultyCityFiles.stopOn("outlines of the districts", faults);
        return outlines;
    }

    private static Outline outline(YamlField feature) {
        YamlField geometry = feature.need("geometry");
        YamlField type = geometry.need("type");
        List<YamlField> lines = geometry.need("coordinates").items();
        List<double[][]> rings = new ArrayList<>();
        switch (type.text()) {
            case "Polygon" -> lines.forEach(ring -> rings.add(ring(ring)));
            case "MultiPolygon" -> lines.forEach(polygon -> polygon.items().forEach(ring -> rings.add(ring(ring))));
            default -> type.fault("(" + type.text() + ") is neither Polygon nor MultiPolygon", null);
        }
        double[] middle = middle(rings);
        return new Outline(feature.need("id").text(), List.copyOf(rings), middle[0], middle[1]);
    }

    private static double[][] ring(YamlField points) {
        return points.items().stream().map(Outlines::point).toArray(double[][]::new);
    }

    private static double[] point(YamlField point) {
        List<YamlField> numbers = point.items();
        if (numbers.size() < 2) {
            point.fault("must be a longitude and a latitude", null);
            return new double[2];
        }
        return new double[] {
            numbers.get(0).number().doubleValue(), numbers.get(1).number().doubleValue()
        };
    }

    /// The centre of gravity of the largest ring: where a seat of government lies is rarely the middle.
    private static double[] middle(List<double[][]> rings) {
        double[] best = {0, 0};
        double largest = 0;
        for (double[][] ring : rings) {
            double area = 0;
            double x = 0;
            double y = 0;
            for (int i = 0; i + 1 < ring.length; i++) {
                double cross = ring[i][0] * ring[i + 1][1] - ring[i + 1][0] * ring[i][1];
                area += cross;
                x += (ring[i][0] + ring[i + 1][0]) * cross;
                y += (ring[i][1] + ring[i + 1][1]) * cross;
            }
            if (Math.abs(area) > largest) {
                largest = Math.abs(area);
                best = new double[] {x / (3 * area), y / (3 * area)};
            }
        }
        return best;
    }
}
