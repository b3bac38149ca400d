package org.rongyi.city.policies;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(Nearness.class)
class PolicyConfiguration {
    @Bean
    static Judge policyJudge(Nearness nearness) {
        return new Judge(nearness);
    }
}
