package org.rongyi.city.names;

import com.ibm.icu.text.Transliterator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/// How characters are read, without tones: names that differ in tones alone sound alike. A character with several
/// readings has its most frequent one.
final class Sounds {
    private final Map<Integer, String> known = new ConcurrentHashMap<>();

    /// A syllable a character, such as `shu xiang`.
    String of(String text) {
        return text.codePoints()
                .mapToObj(character -> known.computeIfAbsent(character, this::read))
                .collect(Collectors.joining(" "));
    }

    private String read(int character) {
        return Readings.HAN.transliterate(Character.toString(character)).strip();
    }

    /// Read when the first name is compared: its tables are large.
    private static final class Readings {
        static final Transliterator HAN = Transliterator.getInstance("Han-Latin; Latin-ASCII");
    }
}
