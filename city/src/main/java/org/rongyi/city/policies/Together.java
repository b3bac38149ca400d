package org.rongyi.city.policies;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.roaringbitmap.RoaringBitmap;
import org.rongyi.rules.column.Matched;

/// Conditions that must all hold, seen together and with each of them left out.
final class Together {
    private final List<RoaringBitmap> may;
    private final Without ofHolds;
    private final Without ofMay;

    /// @param conditions whom each reaches for itself
    Together(List<Matched> conditions, RoaringBitmap everybody) {
        this.may = conditions.stream()
                .map(each -> RoaringBitmap.or(each.holds(), each.unknown()))
                .toList();
        this.ofHolds = Without.of(conditions.stream().map(Matched::holds).toList(), everybody);
        this.ofMay = Without.of(may, everybody);
    }

    /// What is common to all, and to all but each one.
    private record Without(RoaringBitmap all, List<RoaringBitmap> one) {
        static Without of(List<RoaringBitmap> each, RoaringBitmap everybody) {
            List<RoaringBitmap> behind = new ArrayList<>(Collections.nCopies(each.size() + 1, everybody));
            for (int i = each.size() - 1; i > 0; i--) {
                behind.set(i, RoaringBitmap.and(behind.get(i + 1), each.get(i)));
            }
            RoaringBitmap before = everybody;
            List<RoaringBitmap> one = new ArrayList<>();
            for (int i = 0; i < each.size(); i++) {
                one.add(RoaringBitmap.and(before, behind.get(i + 1)));
                before = RoaringBitmap.and(before, each.get(i));
            }
            return new Without(before, one);
        }
    }

    /// Who meets all of them.
    Matched all() {
        return Matched.of(ofHolds.all, RoaringBitmap.andNot(ofMay.all, ofHolds.all));
    }

    /// Who meets all but one, whatever that one says.
    Matched without(int one) {
        RoaringBitmap holds = ofHolds.one.get(one);
        return Matched.of(holds, RoaringBitmap.andNot(ofMay.one.get(one), holds));
    }

    /// Rows that none of them excludes.
    RoaringBitmap failingNone() {
        return ofMay.all;
    }

    /// Rows that one of them excludes, or none.
    RoaringBitmap failingOneAtMost() {
        RoaringBitmap rows = ofMay.all;
        for (RoaringBitmap without : ofMay.one) {
            rows = RoaringBitmap.or(rows, without);
        }
        return rows;
    }

    /// Who fails this one and no other: each of those is met, or hangs on missing data.
    RoaringBitmap onlyShortOf(int one) {
        return RoaringBitmap.andNot(ofMay.one.get(one), may.get(one));
    }
}
