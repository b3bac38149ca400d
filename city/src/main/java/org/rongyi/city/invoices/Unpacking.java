package org.rongyi.city.invoices;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.rongyi.city.invoices.InvoiceUploads.Sent;
import org.rongyi.city.invoices.InvoiceUploads.Why;
import org.rongyi.invoices.InvoiceReader;

/// The XML files of what was sent. A ZIP is read as far as the bounds allow, whatever it says of its size.
final class Unpacking {
    /// Old programs write names of files in it.
    private static final Charset OLD = Charset.forName("GB18030");

    private static final int LONGEST_NAME = 200;

    /// What is passed over is unpacked too, to find what stands behind it: a bomb is given up here.
    private static final long LARGEST_UNPACKED = 1L << 30;

    private final List<Sent> files = new ArrayList<>();
    private final byte[] buffer = new byte[1 << 16];
    private long bytes;
    private long unpacked;
    private int passedOver;

    static final class Refusal extends Exception {
        private static final long serialVersionUID = 1L;
        private final Why why;

        Refusal(Why why) {
            super(why.name());
            this.why = why;
        }

        Why why() {
            return why;
        }
    }

    static Unpacking of(List<Sent> sent) throws Refusal {
        Unpacking unpacking = new Unpacking();
        for (Sent each : sent) {
            if (isZip(each.bytes())) {
                unpacking.zip(each.bytes());
            } else if (each.bytes().length > 0) {
                unpacking.take(new Sent(each.name(), each.bytes()));
            }
        }
        if (unpacking.files.isEmpty()) {
            throw new Refusal(unpacking.passedOver > 0 ? Why.NO_XML : Why.NO_FILE);
        }
        return unpacking;
    }

    List<Sent> files() {
        return files;
    }

    /// Files of a ZIP that are no XML.
    int passedOver() {
        return passedOver;
    }

    private static boolean isZip(byte[] bytes) {
        return bytes.length > 3 && bytes[0] == 'P' && bytes[1] == 'K' && bytes[2] <= 7;
    }

    private void zip(byte[] zip) throws Refusal {
        int before = files.size();
        long bytesBefore = bytes;
        int passedBefore = passedOver;
        try {
            read(zip, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException | ZipException otherNames) {
            files.subList(before, files.size()).clear();
            bytes = bytesBefore;
            passedOver = passedBefore;
            try {
                read(zip, OLD);
            } catch (RuntimeException | IOException broken) {
                throw new Refusal(Why.BROKEN_ZIP);
            }
        } catch (RuntimeException | IOException broken) {
            throw new Refusal(Why.BROKEN_ZIP);
        }
    }

    private void read(byte[] zip, Charset names) throws IOException, Refusal {
        try (ZipInputStream entries = new ZipInputStream(new ByteArrayInputStream(zip), names)) {
            boolean any = false;
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                any = true;
                String name = entry.getName();
                if (!entry.isDirectory() && isXml(name)) {
                    // One byte more than an invoice may have: the reader then says that it is too large.
                    byte[] file = entries.readNBytes(InvoiceReader.LARGEST + 1);
                    unpacked += file.length;
                    take(new Sent(name, file));
                } else if (!entry.isDirectory() && !isRubbish(name)) {
                    passedOver++;
                    if (passedOver > InvoiceUploads.MOST_FILES) {
                        throw new Refusal(Why.TOO_MANY);
                    }
                }
                drain(entries);
            }
            if (!any) {
                throw new Refusal(Why.BROKEN_ZIP);
            }
        }
    }

    private void drain(ZipInputStream entry) throws IOException, Refusal {
        for (int read = entry.read(buffer); read >= 0; read = entry.read(buffer)) {
            unpacked += read;
            if (unpacked > LARGEST_UNPACKED) {
                throw new Refusal(Why.TOO_LARGE);
            }
        }
    }

    private void take(Sent file) throws Refusal {
        bytes += file.bytes().length;
        if (bytes > InvoiceUploads.LARGEST) {
            throw new Refusal(Why.TOO_LARGE);
        }
        files.add(new Sent(shown(file.name()), file.bytes()));
        if (files.size() > InvoiceUploads.MOST_FILES) {
            throw new Refusal(Why.TOO_MANY);
        }
    }

    private static boolean isXml(String name) {
        return name.toLowerCase(Locale.ROOT).endsWith(".xml") && !isRubbish(name);
    }

    /// What some systems put beside the files.
    private static boolean isRubbish(String name) {
        return name.contains("__MACOSX/")
                || name.substring(name.lastIndexOf('/') + 1).startsWith(".");
    }

    /// The name alone, without what could lead elsewhere or turn a line around.
    static String shown(String name) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        String plain = last.replaceAll("[\\p{Cntrl}\\p{Cf}]", "");
        return plain.length() <= LONGEST_NAME ? plain : plain.substring(plain.length() - LONGEST_NAME);
    }
}
