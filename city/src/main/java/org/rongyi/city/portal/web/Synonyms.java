package org.rongyi.city.portal.web;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.rongyi.city.vocabulary.CityFolder;
import org.rongyi.city.vocabulary.FaultyCityFiles;
import org.rongyi.definitions.Fault;
import org.rongyi.definitions.Place;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/// What people say and what the city calls it, from `synonyms.csv` of the city's folder: 面馆 is found under 开办餐饮店.
@Component
class Synonyms {
    private static final String FILE = "synonyms.csv";

    private final Map<String, Set<String>> means = new LinkedHashMap<>();

    @Autowired
    Synonyms(CityFolder folder) {
        read(folder.resolve(FILE));
    }

    Synonyms(Map<String, String> means) {
        means.forEach(this::add);
    }

    private void add(String said, String meant) {
        means.computeIfAbsent(SearchText.plain(said), _ -> new TreeSet<>()).add(SearchText.plain(meant));
    }

    /// A city need not have the file.
    private void read(Path file) {
        if (!Files.exists(file)) {
            return;
        }
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(file)) {
            for (NamedCsvRecord row : rows) {
                String said = row.findField("say").orElse("").strip();
                String meant = row.findField("means").orElse("").strip();
                if (said.isEmpty() || meant.isEmpty()) {
                    throw fault(file, (int) row.getStartingLineNumber(), "a line says nothing or means nothing");
                }
                add(said, meant);
            }
        } catch (IOException | CsvParseException broken) {
            throw fault(file, 0, "cannot be read (" + broken.getMessage() + ")");
        }
    }

    private static FaultyCityFiles fault(Path file, int line, String what) {
        Place place = new Place(file.toString(), line, 0);
        return new FaultyCityFiles(
                "synonyms", List.of(Fault.error(place, what, "Maybe write say,means on each line.")));
    }

    /// What a word may mean besides itself. A Chinese word that holds what people say is meant too: 老面馆转让.
    Set<String> of(String word) {
        Set<String> meant = new TreeSet<>(means.getOrDefault(word, Set.of()));
        if (SearchText.isChinese(word)) {
            means.forEach((said, what) -> {
                if (said.length() > 1 && word.contains(said)) {
                    meant.addAll(what);
                }
            });
        }
        meant.remove(word);
        return meant;
    }
}
