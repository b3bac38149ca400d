package org.rongyi.city.invoices;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.invoices.InvoiceUploads.Item;
import org.rongyi.city.invoices.InvoiceUploads.Sent;
import org.rongyi.city.invoices.InvoiceUploads.Upload;
import org.rongyi.city.vocabulary.CreditCode;
import org.rongyi.invoices.Fault;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What was sent, what waits to be read, and what became of each file.
@Component
class UploadTable {
    /// A file over which reading fails so often is put aside.
    static final int MOST_TRIES = 3;

    private static final int AT_ONCE = 200;
    private static final String FINISH = """
            update invoices.upload set finished_at = ?
             where id = ? and not exists (select 1 from invoices.waiting w where w.upload = ?)
            """;
    private static final String UPLOADS = """
            select u.id, u.name, u.files, u.passed_over, u.account, u.sent_at, u.finished_at,
                   count(*) filter (where i.outcome = 'ARCHIVED') as archived,
                   count(*) filter (where i.outcome = 'SAME') as same,
                   count(*) filter (where i.outcome = 'OTHER') as other,
                   count(*) filter (where i.outcome = 'FAULTY') as faulty
              from invoices.upload u left join invoices.item i on i.upload = u.id
            """;

    private final JdbcClient database;
    private final JdbcTemplate many;

    UploadTable(JdbcClient database, JdbcTemplate many) {
        this.database = database;
        this.many = many;
    }

    /// @param tries how often reading it failed
    record Waiting(long upload, int place, String name, byte[] bytes, int tries) {}

    /// @param way `PAGE` or `FOLDER`
    record Sending(CreditCode firm, String account, String way, String name, Instant at) {}

    long send(Sending sending, Unpacking unpacked) {
        List<Sent> files = unpacked.files();
        long upload = database.sql("""
                        insert into invoices.upload (firm, account, way, name, files, passed_over, sent_at)
                        values (?, ?, ?, ?, ?, ?, ?) returning id""")
                .params(
                        sending.firm().value(),
                        sending.account(),
                        sending.way(),
                        sending.name(),
                        files.size(),
                        unpacked.passedOver(),
                        Timestamp.from(sending.at()))
                .query(Long.class)
                .single();
        List<Object[]> rows = new ArrayList<>();
        for (int i = 0; i < files.size(); i++) {
            rows.add(new Object[] {
                upload, i + 1, files.get(i).name(), files.get(i).bytes()
            });
            if (rows.size() == AT_ONCE || i == files.size() - 1) {
                many.batchUpdate("insert into invoices.waiting (upload, place, name, bytes) values (?, ?, ?, ?)", rows);
                rows.clear();
            }
        }
        return upload;
    }

    /// Some that nobody else reads now, of each upload its first ones first, so that one with thousands holds
    /// up no other; they stay locked until the transaction ends. What failed before comes last and alone, so
    /// that it takes no other with it.
    List<Waiting> next(int limit) {
        List<Waiting> some = database.sql("""
                        select upload, place, name, bytes, tries from invoices.waiting
                         order by tries, place, upload limit ? for update skip locked""")
                .param(limit)
                .query((row, _) ->
                        new Waiting(row.getLong(1), row.getInt(2), row.getString(3), row.getBytes(4), row.getInt(5)))
                .list();
        return !some.isEmpty() && some.getFirst().tries() > 0
                ? some.subList(0, 1)
                : some.stream().filter(file -> file.tries() == 0).toList();
    }

    void failed(Waiting file) {
        database.sql("update invoices.waiting set tries = tries + 1 where upload = ? and place = ?")
                .params(file.upload(), file.place())
                .update();
    }

    /// How many bytes of the firm nobody has read yet.
    long waitingOf(CreditCode firm) {
        return database.sql("""
                        select coalesce(sum(octet_length(w.bytes)), 0)::bigint
                          from invoices.upload u join invoices.waiting w on w.upload = u.id
                         where u.firm = ? and u.finished_at is null""").param(firm.value()).query(Long.class).single();
    }

    CreditCode firmOf(long upload) {
        return new CreditCode(database.sql("select firm from invoices.upload where id = ?")
                .param(upload)
                .query(String.class)
                .single());
    }

    void archived(Waiting file, String number, long invoice) {
        item(file, "ARCHIVED", number, invoice, null);
    }

    void duplicate(Waiting file, String number, long invoice, boolean same) {
        item(file, same ? "SAME" : "OTHER", number, invoice, same ? null : file.bytes());
    }

    void faulty(Waiting file, String number, List<Fault> faults) {
        item(file, "FAULTY", number, null, null);
        List<Object[]> rows = new ArrayList<>();
        for (Fault fault : faults) {
            rows.add(new Object[] {
                file.upload(),
                file.place(),
                rows.size() + 1,
                fault.rule(),
                fault.line(),
                clean(fault.what().zh()),
                clean(fault.what().en()),
                fault.todo().zh(),
                fault.todo().en()
            });
        }
        many.batchUpdate(
                "insert into invoices.fault (upload, place, n, rule, line, zh, en, todo_zh, todo_en)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                rows);
    }

    private void item(Waiting file, String outcome, String number, @Nullable Long invoice, byte @Nullable [] bytes) {
        database.sql("""
                        insert into invoices.item (upload, place, name, outcome, invoice, number, bytes)
                        values (?, ?, ?, ?, ?, ?, ?)""")
                .params(Arrays.asList(file.upload(), file.place(), file.name(), outcome, invoice, clean(number), bytes))
                .update();
        database.sql("delete from invoices.waiting where upload = ? and place = ?")
                .params(file.upload(), file.place())
                .update();
    }

    /// What the database cannot keep, and no page shows.
    private static String clean(String text) {
        return text.replace('\u0000', '\ufffd');
    }

    /// Two who read the last files of an upload both come here, one after the other: the second sees
    /// what the first did. Invoices refer to the key: a lock of it too would wait for them, each for the other.
    void finish(long upload, Instant at) {
        database.sql("select id from invoices.upload where id = ? for no key update")
                .param(upload)
                .query(Long.class)
                .single();
        database.sql(FINISH).params(Timestamp.from(at), upload, upload).update();
    }

    Optional<Upload> find(CreditCode firm, long upload) {
        return database.sql(UPLOADS + "where u.firm = ? and u.id = ? group by u.id")
                .params(firm.value(), upload)
                .query(UploadTable::row)
                .optional();
    }

    List<Upload> latest(CreditCode firm, int limit) {
        return database.sql(UPLOADS + """
                         where u.id in (select id from invoices.upload where firm = ? order by id desc limit ?)
                         group by u.id order by u.id desc""")
                .params(firm.value(), limit)
                .query(UploadTable::row)
                .list();
    }

    private static Upload row(ResultSet row, int number) throws SQLException {
        Timestamp finished = row.getTimestamp("finished_at");
        return new Upload(
                row.getLong("id"),
                row.getString("name"),
                row.getInt("files"),
                row.getInt("passed_over"),
                row.getInt("archived"),
                row.getInt("same"),
                row.getInt("other"),
                row.getInt("faulty"),
                row.getString("account"),
                row.getTimestamp("sent_at").toInstant(),
                finished == null ? null : finished.toInstant());
    }

    List<Item> toSeeTo(CreditCode firm, long upload, int offset, int limit) {
        List<Item> items = database.sql("""
                        select i.place, i.name, i.number from invoices.item i join invoices.upload u on u.id = i.upload
                         where u.firm = ? and i.upload = ? and i.outcome in ('OTHER', 'FAULTY')
                         order by i.place offset ? limit ?""")
                .params(firm.value(), upload, offset, limit)
                .query(UploadTable::item)
                .list();
        return withFaults(upload, items);
    }

    List<Item> toSeeToBehind(CreditCode firm, long upload, int place, int limit) {
        List<Item> items = database.sql("""
                        select i.place, i.name, i.number from invoices.item i join invoices.upload u on u.id = i.upload
                         where u.firm = ? and i.upload = ? and i.outcome in ('OTHER', 'FAULTY') and i.place > ?
                         order by i.place limit ?""")
                .params(firm.value(), upload, place, limit)
                .query(UploadTable::item)
                .list();
        return withFaults(upload, items);
    }

    private static Item item(ResultSet row, int number) throws SQLException {
        return new Item(row.getInt(1), row.getString(2), row.getString(3), List.of());
    }

    private List<Item> withFaults(long upload, List<Item> items) {
        if (items.isEmpty()) {
            return items;
        }
        Map<Integer, List<Fault>> faults =
                faults(upload, items.getFirst().place(), items.getLast().place());
        return items.stream()
                .map(item -> new Item(
                        item.place(), item.name(), item.number(), faults.getOrDefault(item.place(), List.of())))
                .toList();
    }

    private Map<Integer, List<Fault>> faults(long upload, int first, int last) {
        Map<Integer, List<Fault>> byPlace = new HashMap<>();
        String found = """
                select place, rule, line, zh, en, todo_zh, todo_en from invoices.fault
                 where upload = ? and place between ? and ? order by place, n""";
        database.sql(found).params(upload, first, last).query(row -> {
            Fault fault = new Fault(
                    row.getString("rule"),
                    row.getInt("line"),
                    new Fault.Text(row.getString("zh"), row.getString("en")),
                    new Fault.Text(row.getString("todo_zh"), row.getString("todo_en")));
            byPlace.computeIfAbsent(row.getInt("place"), _ -> new ArrayList<>()).add(fault);
        });
        return byPlace;
    }

    /// @param invoice the archived one
    record Other(String name, byte[] bytes, long invoice) {}

    Optional<Other> other(CreditCode firm, long upload, int place) {
        return database.sql("""
                        select i.name, i.bytes, i.invoice from invoices.item i join invoices.upload u on u.id = i.upload
                         where u.firm = ? and i.upload = ? and i.place = ? and i.outcome = 'OTHER'""")
                .params(firm.value(), upload, place)
                .query((row, _) -> new Other(row.getString(1), row.getBytes(2), row.getLong(3)))
                .optional();
    }
}
