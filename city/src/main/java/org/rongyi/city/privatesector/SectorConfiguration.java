package org.rongyi.city.privatesector;

import java.util.stream.Collectors;
import org.rongyi.city.appeals.AppealCatalogue;
import org.rongyi.city.policies.Policies;
import org.rongyi.city.vocabulary.CityFolder;
import org.rongyi.definitions.PolicyDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SectorConfiguration {
    @Bean
    static PrivateSector privateSector(CityFolder folder, AppealCatalogue catalogue, Policies policies) {
        return SectorFile.read(
                folder.resolve("privatesector.yaml"),
                catalogue.leaves().map(AppealCatalogue.Leaf::code).collect(Collectors.toUnmodifiableSet()),
                policies.all().stream().map(PolicyDefinition::id).collect(Collectors.toUnmodifiableSet()));
    }
}
