package org.rongyi.bench;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.DoublePoint;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.StringField;
import org.apache.lucene.monitor.Monitor;
import org.apache.lucene.monitor.MonitorQuery;
import org.apache.lucene.monitor.QueryMatch;
import org.apache.lucene.search.Query;
import org.rongyi.rules.Element;
import org.rongyi.rules.Row;
import org.rongyi.rules.Rule;

/// Lucene's monitor: policies are stored queries, a firm is a document. Rules that calculate cannot be told as queries
/// and are left out.
final class LucenePeer implements AutoCloseable {

    private final Monitor monitor;
    private final List<Element> elements;
    private final BitSet registered = new BitSet();

    LucenePeer(Workload workload) throws IOException {
        this.monitor = new Monitor(new StandardAnalyzer());
        this.elements = workload.dictionary().elements().stream()
                .filter(element -> !element.derived())
                .toList();
        QueryWriter writer = new QueryWriter(workload.asOf());
        List<MonitorQuery> queries = new ArrayList<>();
        List<Rule> rules = workload.rules();
        for (int i = 0; i < rules.size(); i++) {
            Query query = writer.queryOrNull(rules.get(i).plan().node());
            if (query != null) {
                queries.add(new MonitorQuery(String.valueOf(i), query, null, Map.of()));
                registered.set(i);
            }
        }
        monitor.register(queries);
    }

    /// The numbers of the rules that could be told as queries.
    BitSet registered() {
        return registered;
    }

    /// A firm as a document. Made before the clock runs.
    Document document(Row row) {
        Document document = new Document();
        for (Element element : elements) {
            Object value = row.value(element.id());
            if (value != null) {
                document.add(new StringField(QueryWriter.HAS, element.id(), Field.Store.NO));
            }
            switch (value) {
                case BigDecimal n -> document.add(new DoublePoint(element.id(), n.doubleValue()));
                case LocalDate d -> document.add(new LongPoint(element.id(), d.toEpochDay()));
                case Collection<?> c ->
                    c.forEach(code -> document.add(new StringField(element.id(), (String) code, Field.Store.NO)));
                case null -> {}
                default -> document.add(new StringField(element.id(), value.toString(), Field.Store.NO));
            }
        }
        return document;
    }

    /// The numbers of the rules that a firm satisfies.
    BitSet match(Document document) throws IOException {
        BitSet matched = new BitSet();
        for (QueryMatch match :
                monitor.match(document, QueryMatch.SIMPLE_MATCHER).getMatches()) {
            matched.set(Integer.parseInt(match.getQueryId()));
        }
        return matched;
    }

    @Override
    public void close() throws IOException {
        monitor.close();
    }
}
