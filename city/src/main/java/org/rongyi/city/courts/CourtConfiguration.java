package org.rongyi.city.courts;

import java.net.URI;
import java.time.Duration;
import org.rongyi.city.vocabulary.CityFolder;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CourtConfiguration {
    @Bean
    static CourtGuide courtGuide(CityFolder folder) {
        return GuideFile.read(folder.resolve("courts.yaml"));
    }

    /// Without an address nothing is connected: firms take their package and go there themselves.
    @Bean
    static CourtPlatform courtPlatform(
            @Value("${rongyi.courts.platform:}") String address,
            @Value("${rongyi.courts.key:}") String key,
            @Value("${rongyi.courts.timeout:10s}") Duration timeout) {
        return address.isBlank() ? new NoPlatform() : new HttpCourtPlatform(URI.create(address.strip()), key, timeout);
    }
}
