package org.rongyi.texts.pages;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import org.rongyi.texts.pages.Reading.State;

/// Reads PDF, PNG and JPEG. The models for pictures are opened with the first picture; a PDF with a text of its
/// own needs none. One page at a time: a second caller waits.
public final class PageReader implements AutoCloseable {
    /// What is on the first pages says what a paper is; a book of scans would take minutes.
    private static final int MOST_PAGES = 3;

    private static final int TOO_SHORT = 12;
    private static final int MOST_LINES = 300;

    private @Nullable PictureModel model;
    private boolean closed;

    /// Ends soon after its thread is interrupted.
    ///
    /// @throws PagesUnavailable if it is a picture and this machine cannot read one
    public synchronized Reading read(byte[] content) {
        try {
            if (Pdf.is(content)) {
                return pdf(content);
            }
            Optional<BufferedImage> picture = Pictures.open(content);
            return picture.isEmpty() ? new Reading(State.UNREADABLE, "") : pictures(List.of(picture.get()));
        } catch (NotForUs | InterruptedIOException given) {
            return Reading.skipped();
        } catch (IOException damaged) {
            return new Reading(State.UNREADABLE, "");
        }
    }

    private Reading pdf(byte[] content) throws IOException {
        try (var pdf = Pdf.open(content)) {
            var text = pdf.text(MOST_PAGES);
            if (text.strip().length() >= TOO_SHORT) {
                return new Reading(State.TEXT, text.strip());
            }
            var pictures = new ArrayList<BufferedImage>();
            for (int page = 0; page < Math.min(MOST_PAGES, pdf.pages()); page++) {
                pictures.add(pdf.picture(page));
            }
            var reading = pictures(pictures);
            // A scan in a form that nobody here decodes is not empty.
            return reading.state() == State.BLANK && pdf.hasPictures() ? new Reading(State.PICTURE, "") : reading;
        }
    }

    private Reading pictures(List<BufferedImage> pictures) throws IOException {
        if (pictures.stream().allMatch(Pictures::blank)) {
            return new Reading(State.BLANK, "");
        }
        var all = new StringJoiner("\n");
        for (BufferedImage picture : pictures) {
            all.add(picture(picture));
        }
        return new Reading(State.PICTURE, all.toString().strip());
    }

    private String picture(BufferedImage picture) throws IOException {
        var opened = opened();
        var map = opened.map(picture);
        List<Box> boxes = Box.inReadingOrder(Regions.of(map));
        var text = new StringBuilder();
        Box before = null;
        for (Box box : boxes.subList(0, Math.min(MOST_LINES, boxes.size()))) {
            Hurry.check();
            var line = opened.line(box.cut(picture, map));
            if (line.isEmpty()) {
                continue;
            }
            if (before != null) {
                text.append(before.besides(box) ? ' ' : '\n');
            }
            text.append(line);
            before = box;
        }
        return text.toString();
    }

    private PictureModel opened() {
        if (closed) {
            throw new IllegalStateException("the reader of pages was closed");
        }
        var there = model == null ? PictureModel.open() : model;
        model = there;
        return there;
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (model != null) {
            model.close();
            model = null;
        }
    }
}
