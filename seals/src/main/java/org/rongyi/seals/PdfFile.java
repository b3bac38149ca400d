package org.rongyi.seals;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.rongyi.seals.ofd.Unreadable;

/// Documents in PDF (ISO 32000), for readers who have no OFD: sealed with a signature of PAdES baseline
/// level B-B (ETSI EN 319 142-1) that covers the whole file, and carries the seal of GB/T 38540 that it
/// shows.
public final class PdfFile {
    /// The side of a place that is kept for another seal.
    public static final double PLACE = PdfPlaces.SIDE;

    /// Fields, pages that name them, tables.
    private static final int OBJECTS = 16_000;

    private PdfFile() {}

    /// The same pages as those of an OFD document of this library, sealed: with the same text, number and
    /// end.
    ///
    /// @param seal of who sealed the original
    /// @param at what the signature says about its time
    /// @throws IllegalArgumentException when this library has not written the document, or the seal does
    ///     not admit the key
    public static byte[] twin(byte[] ofd, Typeface letters, Seal seal, SigningKey key, Instant at) {
        OfdReading original = OfdReading.of(ofd);
        List<Stamp> stamps = original.stamps();
        Stamp first = stamps.isEmpty() ? new Stamp(1, 0, 0) : stamps.getFirst();
        List<Stamp> others = stamps.isEmpty() ? stamps : stamps.subList(1, stamps.size());
        try {
            byte[] written = PdfWriting.write(original, letters, seal.picture(), others);
            return new PdfSealing(original.about(), seal, key, at).seal(written, first);
        } catch (IOException impossible) {
            throw new IllegalStateException("no twin of (" + original.about().id() + ")", impossible);
        }
    }

    /// Pages that nobody seals: a preview.
    public static byte[] write(List<Sheet> sheets, Typeface letters, About about) {
        try {
            return PdfWriting.write(new OfdReading(sheets, about, List.of()), letters, null, List.of());
        } catch (IOException impossible) {
            throw new IllegalStateException("no PDF of (" + about.title() + ")", impossible);
        }
    }

    /// Puts a seal on a document of anybody's. What is there stays byte for byte; seal and signature stand
    /// behind it.
    ///
    /// @param about what the signature says of the document: its number, and until when it counts
    /// @throws Unreadable when it cannot be sealed: not readable, without such a page, sealed already,
    ///     locked, or with parts that may show something else tomorrow; or when too many wait
    /// @throws IllegalArgumentException when the seal does not admit the key
    public static byte[] seal(byte[] pdf, About about, Seal seal, Stamp stamp, SigningKey key, Instant at)
            throws Unreadable {
        return seal(pdf, about, seal, stamp, List.of(), key, at);
    }

    /// The same, and places are kept in which others put their seals afterwards, one after the other; nothing
    /// else may come behind.
    ///
    /// @param others the upper left corners of squares of [#PLACE] millimetres, at most three
    public static byte[] seal(
            byte[] pdf, About about, Seal seal, Stamp stamp, List<Stamp> others, SigningKey key, Instant at)
            throws Unreadable {
        if (others.size() > PdfPlaces.MOST) {
            throw new IllegalArgumentException(others.size() + " places");
        }
        PdfSealing sealing = new PdfSealing(about, seal, key, at);
        return PdfCaution.one(() -> {
            PdfCaution.requireHarmless(pdf);
            return sealing.seal(pdf, stamp, others);
        });
    }

    /// How many bytes a seal adds to a file at most, with the place that is kept for it: twice the length of
    /// the signature, which carries the seal, and its picture once more.
    public static int room(Seal seal) {
        return 4 * (seal.der().length + PdfSealing.ROOM) + OBJECTS;
    }

    /// Where the next seal goes. Empty: nobody has sealed it.
    ///
    /// @throws Unreadable when it is sealed, and no place is kept for another
    public static Optional<PdfPlace> place(byte[] pdf) throws Unreadable {
        return PdfSigned.of(pdf).isEmpty()
                ? Optional.empty()
                : Optional.of(PdfCounterSealing.of(pdf).place());
    }

    /// Puts a seal in the place that the first one keeps for it.
    ///
    /// @throws Unreadable when there is none, or the seal has another kind of picture than ours
    /// @throws IllegalArgumentException when the seal does not admit the key
    public static byte[] sealNext(byte[] pdf, About about, Seal seal, SigningKey key, Instant at) throws Unreadable {
        return PdfCounterSealing.of(pdf).seal(about, seal, key, at);
    }

    /// The sizes of its pages, as they are shown, in millimetres.
    ///
    /// @throws Unreadable as [#seal]
    public static List<PageSize> pages(byte[] pdf) throws Unreadable {
        return pages(pdf, false);
    }

    /// The same for a file in which places shall be kept.
    ///
    /// @param places whether any shall be
    public static List<PageSize> pages(byte[] pdf, boolean places) throws Unreadable {
        return PdfCaution.one(() -> {
            PdfCaution.requireHarmless(pdf);
            if (places) {
                PdfFields.requireNoneToFill(pdf);
            }
            return PdfSealing.pages(pdf);
        });
    }
}
