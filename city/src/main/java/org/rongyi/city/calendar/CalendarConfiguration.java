package org.rongyi.city.calendar;

import java.util.List;
import org.rongyi.city.vocabulary.CityFolder;
import org.rongyi.city.vocabulary.FaultyCityFiles;
import org.rongyi.definitions.Loaded;
import org.rongyi.definitions.OfficeHours;
import org.rongyi.definitions.YearTable;
import org.rongyi.definitions.YearTables;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Reads the city's tables once, at start; a fault in them stops the start.
@Configuration(proxyBeanMethods = false)
class CalendarConfiguration {
    @Bean
    static WorkingCalendar workingCalendar(CityFolder folder) {
        Loaded<List<YearTable>> loaded = YearTables.read(folder.resolve("calendar.yaml"));
        FaultyCityFiles.stopOn("calendar", loaded.faults());
        Loaded<OfficeHours> hours = OfficeHours.read(folder.resolve("calendar.yaml"));
        FaultyCityFiles.stopOn("calendar", hours.faults());
        return new TableCalendar(loaded.value(), hours.value());
    }
}
