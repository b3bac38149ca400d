package org.rongyi.bench;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.document.DoublePoint;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;
import org.rongyi.rules.Row;
import org.rongyi.rules.plan.Node;
import org.rongyi.rules.plan.Nodes;
import org.rongyi.rules.plan.Op;
import org.rongyi.rules.row.Judge;

/// Writes a rule as a Lucene query that finds the firms for which it holds. Negation goes down to the comparisons, and
/// a
/// negated one also asks that there is a value.
final class QueryWriter {

    /// The field with the ids of the elements that have a value.
    static final String HAS = "has";

    private static final class Untold extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    private final LocalDate asOf;

    QueryWriter(LocalDate asOf) {
        this.asOf = asOf;
    }

    /// The query, or null where a rule cannot be told as one.
    @Nullable
    Query queryOrNull(Node node) {
        try {
            return query(node, true);
        } catch (Untold untold) {
            return null;
        }
    }

    private Query query(Node node, boolean wanted) {
        return switch (node) {
            case Node.All a -> junction(a.parts(), wanted, wanted);
            case Node.Any a -> junction(a.parts(), wanted, !wanted);
            case Node.Not n -> query(n.operand(), !wanted);
            case Node.Derived d -> query(d.formula(), wanted);
            case Node.Constant c -> Boolean.valueOf(wanted).equals(c.value()) ? new MatchAllDocsQuery() : nothing();
            case Node.Stored s -> new TermQuery(new Term(s.element().id(), String.valueOf(wanted)));
            case Node.Absent(Node.Stored s) -> has(s, !wanted);
            case Node.Apply a -> wanted ? apply(a) : notApply(a);
            default -> throw new Untold();
        };
    }

    private static Query nothing() {
        return new MatchNoDocsQuery();
    }

    private Query junction(List<Node> parts, boolean wanted, boolean every) {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        parts.forEach(part -> all.add(query(part, wanted), every ? Occur.MUST : Occur.SHOULD));
        return all.build();
    }

    private static Query has(Node.Stored stored, boolean wanted) {
        Query has = new TermQuery(new Term(HAS, stored.element().id()));
        return wanted ? has : but(new MatchAllDocsQuery(), has);
    }

    private static Query but(Query all, Query not) {
        return new BooleanQuery.Builder()
                .add(all, Occur.MUST)
                .add(not, Occur.MUST_NOT)
                .build();
    }

    private Query notApply(Node.Apply apply) {
        if (apply.arguments().getFirst() instanceof Node.Stored stored) {
            return but(has(stored, true), apply(apply));
        }
        throw new Untold();
    }

    private Query apply(Node.Apply apply) {
        if (!(apply.arguments().getFirst() instanceof Node.Stored stored)
                || apply.arguments().size() != 2
                || !readsNothing(apply.arguments().getLast())) {
            throw new Untold();
        }
        String field = stored.element().id();
        Row nothing = id -> null;
        Object value = new Judge(nothing, asOf).constant(apply.arguments().getLast());
        return switch (value) {
            case BigDecimal n -> number(field, apply.op(), n.doubleValue());
            case LocalDate d -> day(field, apply.op(), d.toEpochDay());
            case String s -> text(field, apply.op(), s);
            case Boolean b when apply.op() == Op.EQ -> new TermQuery(new Term(field, b.toString()));
            case Collection<?> list when apply.op() == Op.MEMBER -> anyOf(field, list);
            case null, default -> throw new Untold();
        };
    }

    private static boolean readsNothing(Node node) {
        Set<String> ids = new TreeSet<>();
        Nodes.stored(node, ids);
        return ids.isEmpty();
    }

    private static Query number(String field, Op op, double n) {
        double low = Double.NEGATIVE_INFINITY;
        double high = Double.POSITIVE_INFINITY;
        return switch (op) {
            case EQ -> DoublePoint.newExactQuery(field, n);
            case GE -> DoublePoint.newRangeQuery(field, n, high);
            case GT -> DoublePoint.newRangeQuery(field, Math.nextUp(n), high);
            case LE -> DoublePoint.newRangeQuery(field, low, n);
            case LT -> DoublePoint.newRangeQuery(field, low, Math.nextDown(n));
            default -> throw new Untold();
        };
    }

    private static Query day(String field, Op op, long day) {
        return switch (op) {
            case EQ -> LongPoint.newExactQuery(field, day);
            case GE -> LongPoint.newRangeQuery(field, day, Long.MAX_VALUE);
            case GT -> LongPoint.newRangeQuery(field, day + 1, Long.MAX_VALUE);
            case LE -> LongPoint.newRangeQuery(field, Long.MIN_VALUE, day);
            case LT -> LongPoint.newRangeQuery(field, Long.MIN_VALUE, day - 1);
            default -> throw new Untold();
        };
    }

    private static Query text(String field, Op op, String text) {
        return switch (op) {
            case EQ, LIST_CONTAINS -> new TermQuery(new Term(field, text));
            case STARTS_WITH -> new PrefixQuery(new Term(field, text));
            default -> throw new Untold();
        };
    }

    private static Query anyOf(String field, Collection<?> list) {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        for (Object item : list) {
            Query one = item instanceof BigDecimal n
                    ? DoublePoint.newExactQuery(field, n.doubleValue())
                    : new TermQuery(new Term(field, (String) item));
            any.add(one, Occur.SHOULD);
        }
        return any.build();
    }
}
