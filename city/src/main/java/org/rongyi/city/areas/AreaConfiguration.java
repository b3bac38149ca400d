package org.rongyi.city.areas;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.rongyi.city.vocabulary.CityFolder;
import org.rongyi.city.vocabulary.FaultyCityFiles;
import org.rongyi.definitions.Fault;
import org.rongyi.definitions.Loaded;
import org.rongyi.definitions.Place;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/// Reads the city's tree once, at start; a fault in it stops the start.
@Configuration(proxyBeanMethods = false)
class AreaConfiguration {
    private static final String CITY = "市";

    @Bean
    static Areas areas(CityFolder folder) {
        Loaded<List<NamedArea>> loaded = AreaFiles.read(folder.resolve("areas"));
        FaultyCityFiles.stopOn("areas", loaded.faults());
        return new AreaTree(loaded.value(), cityNames(folder.resolve("city.yaml")));
    }

    /// The city's Chinese name with and without 市, so that an address in another city is told from one of its own.
    static Set<String> cityNames(Path file) {
        Set<String> names = new TreeSet<>();
        try (Reader text = Files.newBufferedReader(file)) {
            Object root = new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
            Object name = root instanceof Map<?, ?> fields ? fields.get("name") : null;
            Object chinese = name instanceof Map<?, ?> words ? words.get("zh") : name;
            if (chinese != null) {
                String stem = chinese.toString().strip().replaceFirst(CITY + "$", "");
                names.add(stem);
                names.add(stem + CITY);
            }
        } catch (IOException | YAMLException broken) {
            Place place = new Place(file.toString(), 0, 0);
            throw new FaultyCityFiles(
                    "name", List.of(Fault.error(place, "cannot be read (" + broken.getMessage() + ")", null)));
        }
        return names;
    }
}
