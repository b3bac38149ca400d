package org.rongyi.city.documents;

import java.nio.file.Path;
import org.rongyi.city.elements.Elements;
import org.rongyi.city.services.Catalogue;
import org.rongyi.city.vocabulary.CityFolder;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What the room reads at the start: the kinds of licences, and the secret of its keys.
@Configuration(proxyBeanMethods = false)
class DocumentsConfiguration {
    @Bean
    LicenceTypes licenceTypes(CityFolder city, Elements elements, Catalogue catalogue) {
        return LicenceTypes.read(
                city.resolve("documents.yaml"),
                elements,
                item -> catalogue.item(item).isPresent());
    }

    /// Beside the data that it opens; for a database of one's own, at a place that is named. A temporary
    /// city needs none.
    @Bean
    KeySecret keySecret(
            @Value("${rongyi.documents.secret}") String named,
            @Value("${rongyi.data}") String data,
            @Value("${rongyi.database-url}") String database) {
        if (!named.isEmpty()) {
            return KeySecret.kept(Path.of(named));
        }
        if (!database.isEmpty()) {
            return KeySecret.kept(Path.of(System.getProperty("user.home"), ".config", "rongyi", "documents.secret"));
        }
        return data.isEmpty() ? KeySecret.passing() : KeySecret.kept(Path.of(data, "documents.secret"));
    }
}
