package org.rongyi.city.procedures;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.services.Catalogue;
import org.rongyi.definitions.procedure.Shipped;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class KeptProcedures implements Procedures {
    private static final int MOST_LISTED = 50;
    private static final String SHIPPED = "review.bpmn";

    private final ProcedureTable table;
    private final Texts texts;
    private final Catalogue catalogue;
    private final TestCase testCase;

    KeptProcedures(ProcedureTable table, Texts texts, Catalogue catalogue, TestCase testCase) {
        this.table = table;
        this.texts = texts;
        this.catalogue = catalogue;
        this.testCase = testCase;
    }

    @Override
    @Transactional
    public List<ProcedureText> all() {
        // Kept like any other, the first time that somebody looks.
        table.keep(SHIPPED, Shipped.review(), "");
        return table.texts(MOST_LISTED).stream().map(texts::text).toList();
    }

    @Override
    public Optional<ProcedureText> find(long id) {
        return table.text(id).map(texts::text);
    }

    @Override
    @Transactional
    public ProcedureText upload(String fileName, byte[] content, Acting by) {
        String name = fileName.length() > LONGEST_FILE_NAME ? fileName.substring(0, LONGEST_FILE_NAME) : fileName;
        return find(table.keep(name, content, by.account())).orElseThrow();
    }

    @Override
    @Transactional
    public Using use(long id, String item, Acting by) {
        ProcedureText text = find(id).orElse(null);
        if (text == null) {
            return new Using.NoSuchText(id);
        }
        if (!text.reading().sound()) {
            return new Using.Faulty(text);
        }
        if (catalogue.item(item).isEmpty()) {
            return new Using.NoSuchItem(item);
        }
        table.use(item, id, by.account());
        return new Using.Done();
    }

    @Override
    @Transactional
    public boolean stop(long id, String item, Acting by) {
        Optional<Long> used = table.usedBy(item);
        if (used.isPresent() && used.get() == id) {
            table.use(item, null, by.account());
        }
        return used.isEmpty() || used.get() == id;
    }

    @Override
    public Map<String, Long> inUse() {
        return table.inUse();
    }

    @Override
    public byte[] content(long id) {
        return table.text(id).map(ProcedureTable.Row::content).orElseThrow();
    }

    @Override
    public Trial trial(long id, List<String> answers) {
        ProcedureText text = find(id).orElse(null);
        return text == null || !text.reading().sound() ? new Trial.Impossible() : testCase.run(id, answers);
    }
}
