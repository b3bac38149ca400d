package org.rongyi.city.areas;

import java.util.List;
import java.util.Set;
import org.rongyi.city.ui.CityWords;
import org.rongyi.city.vocabulary.CityFolder;
import org.rongyi.city.vocabulary.FaultyCityFiles;
import org.rongyi.definitions.Loaded;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Reads the city's tree once, at start; a fault in it stops the start.
@Configuration(proxyBeanMethods = false)
class AreaConfiguration {
    private static final String CITY = "市";

    @Bean
    static Areas areas(CityFolder folder, CityWords city) {
        Loaded<List<NamedArea>> loaded = AreaFiles.read(folder.resolve("areas"));
        FaultyCityFiles.stopOn("areas", loaded.faults());
        return new AreaTree(loaded.value(), cityNames(city.name().zh()));
    }

    /// The city's Chinese name with and without 市, so that an address in another city is told from one of its own.
    static Set<String> cityNames(String chinese) {
        String stem = chinese.strip().replaceFirst(CITY + "$", "");
        return Set.of(stem, stem + CITY);
    }
}
