package org.rongyi.city.utilities;

import org.rongyi.city.elements.Elements;
import org.rongyi.city.vocabulary.CityFolder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class UtilityConfiguration {
    @Bean
    static UtilityBook utilityBook(CityFolder folder, Elements elements) {
        return BookFile.read(folder.resolve("utilities.yaml"), elements);
    }
}
