package org.rongyi.city.appeals;

import org.rongyi.city.vocabulary.CityFolder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AppealConfiguration {
    @Bean
    static AppealCatalogue appealCatalogue(CityFolder folder, AppealKind kind) {
        return CatalogueFile.read(folder.resolve("appeals.yaml"), kind.longest(), kind.longestContact());
    }
}
