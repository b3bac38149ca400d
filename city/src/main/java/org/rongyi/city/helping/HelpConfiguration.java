package org.rongyi.city.helping;

import org.rongyi.city.vocabulary.CityFolder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class HelpConfiguration {
    @Bean
    static HelpPlan helpPlan(CityFolder folder) {
        return HelpPlan.read(folder.resolve("helping.yaml"));
    }
}
