package org.rongyi.match;

import java.util.ArrayList;
import org.rongyi.definitions.Nearest;
import org.rongyi.rules.Dictionary;
import org.rongyi.rules.Element;

/// The element that a header was maybe meant to be.
final class Nearby {

    private Nearby() {}

    static String advice(String header, Dictionary dictionary) {
        var names = new ArrayList<String>();
        for (Element element : dictionary.elements()) {
            names.add(element.zh());
            names.add(element.id());
            names.add(element.en());
        }
        return Nearest.to(header, names).map(near -> ". Maybe " + near).orElse("");
    }
}
