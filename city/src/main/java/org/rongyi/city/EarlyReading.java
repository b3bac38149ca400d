package org.rongyi.city;

import java.nio.file.Path;
import org.rongyi.city.elements.CityTexts;
import org.rongyi.city.vocabulary.CityFolder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.annotation.Order;
import org.springframework.web.context.WebApplicationContext;

/// A city that shall serve pages has its files read from the very beginning, while it prepares its rooms. A command
/// reads only what it needs.
@Order(PortCheck.ORDER + 2)
final class EarlyReading implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    @Override
    public void initialize(ConfigurableApplicationContext city) {
        String folder = city.getEnvironment().getRequiredProperty("rongyi.city");
        CityTexts texts =
                new CityTexts(new CityFolder(Path.of(folder).toAbsolutePath().normalize()));
        if (city instanceof WebApplicationContext) {
            texts.readAhead();
        }
        city.getBeanFactory().registerSingleton("cityTexts", texts);
    }
}
