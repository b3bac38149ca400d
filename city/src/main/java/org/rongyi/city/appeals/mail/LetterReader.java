package org.rongyi.city.appeals.mail;

import jakarta.mail.Address;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.appeals.AppealFiles;
import org.rongyi.city.appeals.mail.Letter.Enclosed;
import org.springframework.web.util.HtmlUtils;

/// Reads one e-mail: its text, what is enclosed, what it answers, and whether a person wrote it. Bounded in depth, in
/// parts and in bytes: an e-mail can be built to be larger than it looks.
final class LetterReader {
    private static final int DEEPEST = 8;
    private static final int MOST_PARTS = 60;
    private static final int LARGEST_TEXT = 200_000;
    /// Characters of plain text in all its parts together, and of HTML: only one of both is read.
    private static final int LONGEST_WORDS = 100_000;
    private static final int LONGEST_ADDRESS = 320;
    private static final int LONGEST_ID = 250;
    private static final int LONGEST_TYPE = 1000;
    private static final int MOST_ANSWERED = 200;
    private static final Pattern IDS = Pattern.compile("<[^<>\\s\\p{Cntrl}]{1,200}>");
    private static final Pattern BREAKS = Pattern.compile("(?i)<br\\s*/?>|</(p|div|tr|li|h\\d)>");
    private static final Pattern HIDDEN = Pattern.compile("(?i)<(style|script|head)\\b");
    private static final Pattern TAGS = Pattern.compile("<[^>]{0,2000}>");
    /// Begins what is quoted, as the programs write it.
    private static final Pattern QUOTED = Pattern.compile(
            "(?im)^\\h*+(>.*|-{2,}+\\h*+(原始邮件|回复的原邮件|original message|forwarded message).*|(发件人|from)\\h*+[:：].*|"
                    + "在.{4,80}写道[:：]?\\h*+|on .{4,120} wrote:\\h*+)$");
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\\n\\t]]");
    private static final Pattern MACHINES =
            Pattern.compile("(?i)^(mailer-daemon|postmaster|no-?reply|do-?not-?reply|bounces?)([+._-].*)?@.*");
    private static final List<String> LISTS = List.of("List-Id", "List-Unsubscribe", "X-Autoreply", "X-Autorespond");

    private final StringBuilder plain = new StringBuilder();
    private final StringBuilder html = new StringBuilder();
    private final List<Enclosed> enclosed = new ArrayList<>();
    private int parts;

    private LetterReader() {}

    /// @param own address of the mailbox: what it sent itself is no letter
    static Letter read(MimeMessage mail, String own) throws MessagingException, IOException {
        LetterReader reader = new LetterReader();
        reader.part(mail, 0);
        InternetAddress from = from(mail);
        String address = from == null ? "" : address(from);
        String subject =
                clean(Objects.requireNonNullElse(mail.getSubject(), "")).replace('\n', ' ');
        String words = clean(reader.words()).strip();
        return new Letter(
                id(mail, address, subject, words),
                address,
                from == null ? "" : clean(Objects.requireNonNullElse(from.getPersonal(), "")),
                subject.strip(),
                words,
                unquoted(words),
                answers(mail),
                reader.enclosed,
                automatic(mail, address, own));
    }

    private static @Nullable InternetAddress from(MimeMessage mail) throws MessagingException {
        Address[] from = mail.getFrom();
        return from != null && from.length > 0 && from[0] instanceof InternetAddress address ? address : null;
    }

    /// Longer than any address may be it is none.
    private static String address(InternetAddress from) {
        String address = clean(Objects.requireNonNullElse(from.getAddress(), ""));
        return address.length() <= LONGEST_ADDRESS ? address : "";
    }

    private static String id(MimeMessage mail, String address, String subject, String words) throws MessagingException {
        String id = clean(Objects.requireNonNullElse(mail.getMessageID(), "")).strip();
        if (id.isEmpty()) {
            String said = String.join("\n", address, String.valueOf(mail.getSentDate()), subject, words);
            return "<" + UUID.nameUUIDFromBytes(said.getBytes(StandardCharsets.UTF_8)) + "@without-id>";
        }
        return id.length() <= LONGEST_ID
                ? id
                : "<" + UUID.nameUUIDFromBytes(id.getBytes(StandardCharsets.UTF_8)) + "@long-id>";
    }

    private void part(Part part, int depth) throws MessagingException, IOException {
        if (depth > DEEPEST || ++parts > MOST_PARTS) {
            return;
        }
        String file = part.getFileName();
        if (part.isMimeType("multipart/*")) {
            if (part.getContent() instanceof Multipart several) {
                for (int i = 0; i < several.getCount(); i++) {
                    BodyPart each = several.getBodyPart(i);
                    part(each, depth + 1);
                }
            }
        } else if (file != null || Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition())) {
            enclose(part, file);
        } else if (part.isMimeType("text/plain")) {
            append(plain, part);
        } else if (part.isMimeType("text/html")) {
            append(html, part);
        } else if (!part.isMimeType("message/*")) {
            enclose(part, null);
        }
    }

    private static void append(StringBuilder all, Part part) throws MessagingException, IOException {
        int left = LONGEST_WORDS - all.length();
        if (left > 0) {
            String text = text(part);
            all.append(text, 0, Math.min(text.length(), left)).append('\n');
        }
    }

    private void enclose(Part part, @Nullable String file) throws MessagingException, IOException {
        String name = file == null ? "file" : clean(MimeUtility.decodeText(file));
        try (InputStream in = part.getInputStream()) {
            byte[] content = in.readNBytes(AppealFiles.LARGEST + 1);
            boolean tooLarge = content.length > AppealFiles.LARGEST;
            enclosed.add(new Enclosed(name, tooLarge ? new byte[0] : content, tooLarge));
        }
    }

    /// A character set that Java does not know is read as the bytes that it mostly is.
    private static String text(Part part) throws MessagingException, IOException {
        try (InputStream in = part.getInputStream()) {
            byte[] bytes = in.readNBytes(LARGEST_TEXT);
            String type = Objects.requireNonNullElse(part.getContentType(), "");
            type = type.substring(0, Math.min(type.length(), LONGEST_TYPE));
            String named = type.replaceAll("(?is).*charset\\s*=\\s*\"?([\\w.:-]+).*", "$1");
            String charset = named.equals(type) ? "UTF-8" : MimeUtility.javaCharset(named);
            return new String(bytes, Charset.isSupported(charset) ? charset : "UTF-8");
        } catch (IllegalCharsetNameException unknown) {
            throw new IOException("no character set of this name", unknown);
        }
    }

    private String words() {
        if (!plain.toString().isBlank()) {
            return plain.toString();
        }
        String text = BREAKS.matcher(shown(html.toString())).replaceAll("\n");
        return HtmlUtils.htmlUnescape(TAGS.matcher(text).replaceAll(""));
    }

    /// Without what no browser shows. An end that is missing is looked for once: beginnings can be many.
    private static String shown(String html) {
        StringBuilder shown = new StringBuilder();
        Set<String> endless = new HashSet<>();
        Matcher begin = HIDDEN.matcher(html);
        int done = 0;
        int from = 0;
        while (begin.find(from)) {
            String name = html.substring(begin.start() + 1, begin.end()).toLowerCase(Locale.ROOT);
            from = begin.end();
            if (!endless.contains(name)) {
                Matcher end = Pattern.compile("(?i)</" + name + ">").matcher(html);
                if (end.find(from)) {
                    shown.append(html, done, begin.start());
                    done = end.end();
                    from = done;
                } else {
                    endless.add(name);
                }
            }
        }
        return shown.append(html, done, html.length()).toString();
    }

    private static String clean(String text) {
        return CONTROL.matcher(text.replace("\r\n", "\n").replace('\r', '\n')).replaceAll("");
    }

    /// Above what is quoted. Whoever wrote nothing there wrote below it, or in between.
    private static String unquoted(String words) {
        Matcher quoted = QUOTED.matcher(words);
        String own = (quoted.find() ? words.substring(0, quoted.start()) : words).strip();
        return own.isEmpty()
                ? words.lines()
                        .filter(line -> !line.stripLeading().startsWith(">"))
                        .collect(Collectors.joining("\n"))
                        .strip()
                : own;
    }

    private static List<String> answers(MimeMessage mail) throws MessagingException {
        List<String> answers = new ArrayList<>(ids(mail, "References"));
        Collections.reverse(answers);
        answers.addAll(0, ids(mail, "In-Reply-To"));
        return answers.stream().distinct().limit(MOST_ANSWERED).toList();
    }

    private static List<String> ids(MimeMessage mail, String header) throws MessagingException {
        String[] values = mail.getHeader(header);
        return values == null
                ? List.of()
                : Arrays.stream(values)
                        .flatMap(value -> IDS.matcher(value).results())
                        .map(found -> found.group())
                        .toList();
    }

    /// Who answers a machine is answered by it, for ever.
    private static @Nullable String automatic(MimeMessage mail, String address, String own) throws MessagingException {
        if (address.isEmpty() || !address.contains("@")) {
            return "no sender";
        }
        if (address.equalsIgnoreCase(own)) {
            return "its own address";
        }
        if (MACHINES.matcher(address).matches() || "<>".equals(header(mail, "Return-Path"))) {
            return "sent by a machine";
        }
        String submitted = header(mail, "Auto-Submitted");
        if (!submitted.isEmpty() && !submitted.toLowerCase(Locale.ROOT).startsWith("no")) {
            return "an automatic answer";
        }
        if (header(mail, "Precedence").matches("(?i)bulk|junk|list|auto_reply")) {
            return "sent to many";
        }
        for (String list : LISTS) {
            if (mail.getHeader(list) != null) {
                return "sent to many";
            }
        }
        return mail.isMimeType("multipart/report") ? "a report of delivery" : null;
    }

    private static String header(MimeMessage mail, String name) throws MessagingException {
        String[] values = mail.getHeader(name);
        return values == null || values.length == 0 ? "" : values[0].strip();
    }
}
