package org.rongyi.city.portal.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.rongyi.city.vocabulary.CityFolder;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The outlines of the districts from `geo.geojson` of the city's folder; none when the city has no such file.
@Component
class Outlines {
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

    private static List<Outline> read(Path file) {
        try {
            List<Outline> outlines = new ArrayList<>();
            JsonNode root = JsonMapper.shared().readTree(Files.readString(file));
            for (JsonNode feature : root.path("features")) {
                outlines.add(outline(feature));
            }
            return List.copyOf(outlines);
        } catch (IOException | JacksonException broken) {
            throw new IllegalStateException(
                    "the outlines of the districts (" + file + ") cannot be read: " + broken.getMessage(), broken);
        }
    }

    private static Outline outline(JsonNode feature) {
        JsonNode geometry = feature.path("geometry");
        List<double[][]> rings = new ArrayList<>();
        if (geometry.path("type").asString("").equals("MultiPolygon")) {
            geometry.path("coordinates").forEach(polygon -> polygon.forEach(ring -> rings.add(ring(ring))));
        } else {
            geometry.path("coordinates").forEach(ring -> rings.add(ring(ring)));
        }
        double[] middle = middle(rings);
        return new Outline(feature.path("id").asString(""), List.copyOf(rings), middle[0], middle[1]);
    }

    private static double[][] ring(JsonNode points) {
        double[][] ring = new double[points.size()][];
        for (int i = 0; i < ring.length; i++) {
            ring[i] = new double[] {
                points.get(i).get(0).asDouble(), points.get(i).get(1).asDouble()
            };
        }
        return ring;
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
