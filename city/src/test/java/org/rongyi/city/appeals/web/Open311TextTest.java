package org.rongyi.city.appeals.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;

/// What people type may hold signs that no XML can hold.
class Open311TextTest {
    private static final String ODD = "停电\u0001\ud800了\ufffe。\uffff\ud83d\udca1<\udc00";

    @Test
    void whatXmlCannotHoldIsLeftOutAndTheRestIsReadAgain() throws Exception {
        String xml = Open311Text.xml("request", Map.of("description", ODD));
        assertThat(DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(new InputSource(new StringReader(xml)))
                        .getDocumentElement()
                        .getTextContent())
                .isEqualTo("停电了。\ud83d\udca1<");
    }

    @Test
    void jsonHoldsHalfAPairAsItsNumber() {
        assertThat(Open311Text.json("\ud800a\ud83d\udca1\udc00").strip()).isEqualTo("\"\\ud800a\ud83d\udca1\\udc00\"");
    }
}
