package org.rongyi.city.filings;

import org.rongyi.city.elements.Elements;
import org.rongyi.city.vocabulary.CityFolder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class FilingConfiguration {
    @Bean
    static FilingRule.Book filingBook(CityFolder folder, Elements elements) {
        return FilingFile.read(folder.resolve("filings.yaml"), elements.compiler());
    }
}
