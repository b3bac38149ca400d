package org.rongyi.city.appeals.mail;

import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.UIDFolder;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.search.FlagTerm;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.DateTimeException;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.angus.mail.imap.IMAPMessage;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.appeals.mail.LetterTable.Became;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.NonTransientDataAccessException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.TransactionException;

/// Reads what nobody has read in a mailbox, over IMAP. A letter is marked as read when it is on record, so that one on
/// which the process ends is read again, and known.
final class Mailbox {
    private static final Logger LOG = LoggerFactory.getLogger(Mailbox.class);
    private static final int AT_ONCE = 50;
    private static final int LARGEST = 64_000_000;

    /// So often a letter may end the connection before it is left alone.
    private static final int PATIENCE = 2;

    private final Settings settings;
    private final LetterIntake intake;
    /// Letters over which the server broke off, by their number in the mailbox, and how often.
    private final Map<Long, Integer> fatal = new ConcurrentHashMap<>();

    Mailbox(Settings settings, LetterIntake intake) {
        this.settings = settings;
        this.intake = intake;
    }

    /// @param protocol imaps, or imap inside of a network that is trusted
    /// @param address from which receipts come; what comes from it is no letter
    record Settings(
            String protocol,
            String host,
            int port,
            String user,
            String password,
            String folder,
            String address,
            int timeoutMillis) {
        private Properties properties() {
            String begin = "mail." + protocol + ".";
            Properties properties = new Properties();
            properties.setProperty("mail.store.protocol", protocol);
            properties.setProperty(begin + "connectiontimeout", Integer.toString(timeoutMillis));
            properties.setProperty(begin + "timeout", Integer.toString(timeoutMillis));
            properties.setProperty(begin + "writetimeout", Integer.toString(timeoutMillis));
            properties.setProperty(begin + "ssl.checkserveridentity", "true");
            properties.setProperty(begin + "fetchsize", "262144");
            // An e-mail that is built badly is read as well as it can be.
            properties.setProperty("mail.mime.address.strict", "false");
            return properties;
        }
    }

    /// @return how many were taken in
    /// @throws MessagingException where the server cannot be reached, or breaks off: the next turn goes on
    int read() throws MessagingException {
        Session session = Session.getInstance(settings.properties());
        try (Store store = session.getStore(settings.protocol)) {
            store.connect(settings.host, settings.port, settings.user, settings.password);
            try (Folder folder = store.getFolder(settings.folder)) {
                folder.open(Folder.READ_WRITE);
                Message[] unread = folder.search(new FlagTerm(new Flags(Flags.Flag.SEEN), false));
                int looked = 0;
                int taken = 0;
                for (int i = 0; i < unread.length && looked < AT_ONCE; i++) {
                    long uid = ((UIDFolder) folder).getUID(unread[i]);
                    if (fatal.getOrDefault(uid, 0) < PATIENCE) {
                        looked++;
                        taken += take(session, unread[i], uid) ? 1 : 0;
                    }
                }
                return taken;
            }
        }
    }

    private boolean take(Session session, Message message, long uid) throws MessagingException {
        boolean taken = false;
        if (message.getSize() > LARGEST) {
            unreadable(message, "it is too large");
        } else {
            try {
                Letter letter = read(session, message, uid);
                taken = letter != null && taken(message, letter);
            } catch (TransientDataAccessException
                    | RecoverableDataAccessException
                    | DataAccessResourceFailureException
                    | TransactionException databaseIsAway) {
                throw databaseIsAway; // no fault of the letter: the next turn goes on
            } catch (NonTransientDataAccessException
                    | ClassCastException
                    | DateTimeException
                    | IllegalArgumentException
                    | IllegalStateException
                    | IndexOutOfBoundsException
                    | NoSuchElementException
                    | NullPointerException unforeseen) {
                // Anybody can write anything here. What the libraries or the database fall over in one letter holds up
                // no other.
                int failed = fatal.getOrDefault(uid, 0) + 1;
                fatal.put(uid, failed);
                if (failed < PATIENCE) {
                    LOG.warn("An e-mail in the mailbox of appeals ({}) failed; it is tried again", uid, unforeseen);
                    return false;
                }
                unreadable(message, String.valueOf(unforeseen.getMessage()));
            }
        }
        message.setFlag(Flags.Flag.SEEN, true);
        return taken;
    }

    private boolean taken(Message message, Letter letter) throws MessagingException {
        Optional<Became> became = intake.take(letter);
        if (became.filter(each -> each == Became.TOO_MANY).isPresent()) {
            LOG.warn("An address writes more e-mails to appeals than a person does; this one is flagged there");
            message.setFlag(Flags.Flag.FLAGGED, true);
        }
        return became.isPresent();
    }

    /// Fetched whole and taken apart here: what servers make of a letter that is built badly differs. What cannot
    /// be read holds up no other, and neither does one over which the connection ends: that ends this turn only.
    private @Nullable Letter read(Session session, Message message, long uid) throws MessagingException {
        if (message instanceof IMAPMessage peeked) {
            peeked.setPeek(true);
        }
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        try {
            message.writeTo(whole);
        } catch (MessagingException | IOException brokeOff) {
            fatal.merge(uid, 1, Integer::sum);
            throw new MessagingException("it ended over the letter (" + uid + "): " + brokeOff.getMessage());
        }
        try {
            MimeMessage mail = new MimeMessage(session, new ByteArrayInputStream(whole.toByteArray()));
            return LetterReader.read(mail, settings.address);
        } catch (MessagingException | IOException unreadable) {
            unreadable(message, String.valueOf(unreadable.getMessage()));
            return null;
        }
    }

    /// It stays in the mailbox with a flag, for a person.
    private static void unreadable(Message message, String why) throws MessagingException {
        LOG.warn("An e-mail in the mailbox of appeals cannot be read ({}); it is flagged there", why);
        message.setFlag(Flags.Flag.FLAGGED, true);
    }
}
