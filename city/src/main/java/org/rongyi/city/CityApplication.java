package org.rongyi.city;

import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/// One city: its rooms, its pages and its database.
@SpringBootApplication
public class CityApplication {
    public static void main(String[] args) {
        SpringApplication.run(CityApplication.class, args);
    }

    /// The only clock. Every room takes it as a parameter, so that a test can choose the day.
    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
