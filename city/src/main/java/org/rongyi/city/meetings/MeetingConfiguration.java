package org.rongyi.city.meetings;

import org.rongyi.city.vocabulary.CityFolder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class MeetingConfiguration {
    @Bean
    static MeetingPlan meetingPlan(CityFolder folder) {
        return PlanFile.read(folder.resolve("meetings.yaml"));
    }
}
