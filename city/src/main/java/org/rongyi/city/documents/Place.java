package org.rongyi.city.documents;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.documents.Signing.Corner;
import org.rongyi.seals.PageSize;
import org.rongyi.seals.PdfFile;
import org.rongyi.seals.PdfPlace;
import org.rongyi.seals.Seal;
import org.rongyi.seals.SealPicture;
import org.rongyi.seals.Stamp;

/// Where a seal goes on a document, in millimetres from the upper left corner of its page.
///
/// @param isKept whether the first seal of a PDF keeps it, so that nobody chooses another
record Place(int page, int pages, PageSize size, double x, double y, boolean isKept) {
    private static final double MARGIN = 20;
    private static final List<Corner> IN_ORDER =
            List.of(Corner.BOTTOM_LEFT, Corner.BOTTOM_RIGHT, Corner.TOP_LEFT, Corner.TOP_RIGHT);

    /// In the middle of the square that is kept.
    static Place kept(PdfPlace kept, SealPicture picture) {
        return new Place(
                kept.page(),
                kept.pages(),
                kept.size(),
                kept.stamp().x() + (kept.side() - picture.widthMillimetres()) / 2,
                kept.stamp().y() + (kept.side() - picture.heightMillimetres()) / 2,
                true);
    }

    /// Null where the document has no such page.
    static @Nullable Place chosen(Signing.Order order, List<PageSize> pages, Seal seal) {
        int page = order.page() == 0 ? pages.size() : order.page();
        Corner corner = order.corner();
        if (page < 1 || page > pages.size() || corner == null) {
            return null;
        }
        PageSize size = pages.get(page - 1);
        SealPicture picture = seal.picture();
        Rectangle2D there = in(size, corner, picture.widthMillimetres(), picture.heightMillimetres());
        return new Place(page, pages.size(), size, there.getX(), there.getY(), false);
    }

    private static Rectangle2D in(PageSize page, Corner corner, double width, double height) {
        double right = Math.max(0, page.width() - width - MARGIN);
        double bottom = Math.max(0, page.height() - height - MARGIN);
        double left = Math.min(MARGIN, right);
        double top = Math.min(MARGIN, bottom);
        return switch (corner) {
            case BOTTOM_RIGHT -> new Rectangle2D.Double(right, bottom, width, height);
            case BOTTOM_LEFT -> new Rectangle2D.Double(left, bottom, width, height);
            case TOP_RIGHT -> new Rectangle2D.Double(right, top, width, height);
            case TOP_LEFT -> new Rectangle2D.Double(left, top, width, height);
        };
    }

    /// Corners that do not touch the seal nor one another, at most so many.
    static List<Stamp> others(PageSize size, Rectangle2D own, int page, int most) {
        List<Rectangle2D> taken = new ArrayList<>(List.of(own));
        List<Stamp> others = new ArrayList<>();
        for (Corner corner : IN_ORDER) {
            Rectangle2D there = in(size, corner, PdfFile.PLACE, PdfFile.PLACE);
            if (others.size() < most && taken.stream().noneMatch(there::intersects)) {
                taken.add(there);
                others.add(new Stamp(page, there.getX(), there.getY()));
            }
        }
        return others;
    }
}
