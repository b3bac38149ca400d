package org.rongyi.seals.ofd;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.rongyi.seals.ofd.Unreadable.Why;

/// The parts of a document, by their absolute path (`/OFD.xml`).
public final class Container {
    /// What does not change from one writing to the next: the same parts are the same bytes.
    private static final LocalDateTime ALWAYS = LocalDateTime.of(2000, 1, 1, 0, 0);

    private final Map<String, byte[]> parts;

    private Container(Map<String, byte[]> parts) {
        this.parts = parts;
    }

    public static Container empty() {
        return new Container(new LinkedHashMap<>());
    }

    public static Container read(byte[] file) throws Unreadable {
        return new Container(new ZipParts(file).read());
    }

    public Set<String> paths() {
        return parts.keySet();
    }

    public Optional<byte[]> find(String path) {
        return Optional.ofNullable(parts.get(path));
    }

    public byte[] part(String path) throws Unreadable {
        byte @Nullable [] part = parts.get(path);
        if (part == null) {
            throw new Unreadable(Why.BROKEN_CONTAINER, "no part " + path);
        }
        return part;
    }

    public void put(String path, byte[] part) {
        parts.put(path, part);
    }

    public byte[] write() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                ZipEntry entry = new ZipEntry(part.getKey().substring(1));
                entry.setTimeLocal(ALWAYS);
                zip.putNextEntry(entry);
                zip.write(part.getValue());
                zip.closeEntry();
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /// Where a place named in a part lies.
    ///
    /// @param from the part that names it
    public static String resolve(String from, String named) throws Unreadable {
        String place = named.strip();
        String path = place.startsWith("/") ? place : from.substring(0, from.lastIndexOf('/') + 1) + place;
        ZipParts.requireTidy(path.substring(1));
        return path;
    }
}
