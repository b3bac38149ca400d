package org.rongyi.city.utilities;

import java.time.Duration;
import java.util.stream.Collectors;
import org.rongyi.city.elements.Elements;
import org.rongyi.city.vocabulary.CityFolder;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class UtilityConfiguration {
    @Bean
    static UtilityBook utilityBook(CityFolder folder, Elements elements) {
        return BookFile.read(folder.resolve("utilities.yaml"), elements);
    }

    /// Without an address no operator's own system is connected: officers offer plans by hand.
    @Bean
    static OperatorSystem.All operatorSystems(
            @Value("${rongyi.utilities.systems:}") String addresses,
            @Value("${rongyi.utilities.keys:}") String keys,
            @Value("${rongyi.utilities.timeout:10s}") Duration timeout,
            UtilityBook book) {
        return HttpOperatorSystem.all(
                addresses,
                keys,
                timeout,
                book.utilities().stream().map(UtilityBook.Utility::id).collect(Collectors.toSet()));
    }
}
