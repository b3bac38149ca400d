package org.rongyi.city.appeals;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.vocabulary.PaperFile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@Component
class JdbcAppealFiles implements AppealFiles {
    private static final int LONGEST_NAME = 120;
    private static final String SELECT = "select id, name, type, octet_length(content) as size ";

    private final JdbcClient database;
    private final LookTable looks;
    private final Clock clock;
    private final TransactionTemplate transaction;

    JdbcAppealFiles(JdbcClient database, LookTable looks, Clock clock, PlatformTransactionManager transactions) {
        this.database = database;
        this.looks = looks;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public Keeping keep(Appeal appeal, String name, byte[] content) {
        if (content.length == 0) {
            return Keeping.EMPTY;
        }
        if (content.length > LARGEST) {
            return Keeping.TOO_LARGE;
        }
        PaperFile file = PaperFile.of(content);
        if (file == null) {
            return Keeping.UNKNOWN_TYPE;
        }
        return Objects.requireNonNull(transaction.execute(_ -> keep(appeal, name, file.type(), content)));
    }

    /// Under the lock of the appeal: files that come at the same moment are counted one after the other.
    private Keeping keep(Appeal appeal, String name, String type, byte[] content) {
        database.sql("select id from appeals.appeal where id = ? for no key update")
                .param(appeal.id())
                .query(Long.class)
                .single();
        boolean before = database.sql("select exists (select from appeals.file where appeal_id = ? and content = ?)")
                .params(appeal.id(), content)
                .query(Boolean.class)
                .single();
        if (before) {
            return Keeping.KEPT;
        }
        if (of(appeal).size() >= MOST) {
            return Keeping.TOO_MANY;
        }
        database.sql("insert into appeals.file (appeal_id, name, type, content, at) values (?, ?, ?, ?, ?)")
                .params(appeal.id(), plain(name), type, content, AppealTable.stamp(clock.instant()))
                .update();
        return Keeping.KEPT;
    }

    private static String plain(String name) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
                .replaceAll("\\p{Cntrl}", "");
        return last.isBlank() ? "file" : last.substring(0, Math.min(last.length(), LONGEST_NAME));
    }

    @Override
    public List<Attachment> of(Appeal appeal) {
        return database.sql(SELECT + "from appeals.file where appeal_id = ? order by id")
                .param(appeal.id())
                .query((row, _) -> attachment(row))
                .list();
    }

    @Override
    public Optional<Download> read(Appeal appeal, long id) {
        return database.sql(SELECT + ", content from appeals.file where appeal_id = ? and id = ?")
                .params(appeal.id(), id)
                .query((row, _) -> new Download(attachment(row), row.getBytes("content")))
                .optional();
    }

    @Override
    public Optional<Download> look(Appeal appeal, long id, Acting who) {
        Optional<Download> file = read(appeal, id);
        file.ifPresent(_ -> looks.look(appeal, who, false, clock.instant()));
        return file;
    }

    private static Attachment attachment(ResultSet row) throws SQLException {
        return new Attachment(row.getLong("id"), row.getString("name"), row.getString("type"), row.getInt("size"));
    }
}
