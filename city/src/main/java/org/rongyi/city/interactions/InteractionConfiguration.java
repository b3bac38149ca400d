package org.rongyi.city.interactions;

import org.rongyi.city.vocabulary.CityFolder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class InteractionConfiguration {
    @Bean
    static VisitRules visitRules(CityFolder folder) {
        return RulesFile.read(folder.resolve("interactions.yaml"));
    }
}
