package org.rongyi.city.areas;

import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.vocabulary.AreaCode;

/// Reads the place out of a free address.
///
/// District names count with their ending (…区, …县, …市) anywhere; without it only before a zone ("某某经济开发区"),
/// because "某某大道" is a street that may lie in any district. Approximate names count when nothing exact is there.
/// Streets count with their ending, old ones included (乡 and 镇 have become 街道 nearly everywhere). A village counts
/// only below a street or district that was found.
final class AddressReader {
    private static final Pattern ENDING_OF_DISTRICT = Pattern.compile("(区|县|市|旗)$");
    private static final Pattern ENDING_OF_STREET = Pattern.compile("(街道办事处|街道|镇|乡)$");
    private static final Pattern ENDING_OF_VILLAGE = Pattern.compile("(居民委员会|居委会|村民委员会|村委会|委员会)$");
    private static final List<String> STREET_ENDINGS = List.of("街道", "镇", "乡");
    /// What makes a bare district name a place: a zone follows before any road. 小区, 社区 and 花园 are no zones.
    private static final Pattern ZONE = Pattern.compile("[^路街道巷段号桥]{0,10}?((?<![小社])区|(?<![花家公校田庭])园|工业港|基地)");
    private static final Pattern OTHER_CITY =
            Pattern.compile("(?:中国)?(?:[^省市区县路街]{1,8}(?:省|自治区))?" + "([^省市区县路街道号]{1,6}(?<![超夜菜门集])市).*");
    /// What may stand directly before an approximate name; anything else may be another city without its 市.
    private static final Pattern NOTHING_ELSE_BEFORE = Pattern.compile("(.*[^\\p{IsHan}]|.*[省市区县])?");
    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}]+");

    private enum Kind {
        DISTRICT,
        BARE_DISTRICT,
        APPROXIMATE,
        STREET,
        VILLAGE
    }

    private record Name(Kind kind, Area area) {}

    private final Trie<Name> names = new Trie<>();
    private final Map<AreaCode, Area> byCode;
    private final Set<String> ownNames;

    /// @param cityNames the city's own name and its short form
    AddressReader(List<NamedArea> areas, Set<String> cityNames) {
        this.byCode = areas.stream().map(NamedArea::area).collect(Collectors.toMap(Area::code, area -> area));
        this.ownNames = cityNames;
        areas.forEach(this::learn);
    }

    private void learn(NamedArea named) {
        Area area = named.area();
        Kind kind = switch (area.level()) {
            case DISTRICT -> Kind.DISTRICT;
            case STREET -> Kind.STREET;
            case VILLAGE -> Kind.VILLAGE;
        };
        names.put(clean(area.name()), new Name(kind, area));
        for (NamedArea.Alias alias : named.aliases()) {
            names.put(clean(alias.name()), new Name(alias.approximate() ? Kind.APPROXIMATE : kind, area));
        }
        String stem = stem(area);
        switch (area.level()) {
            case DISTRICT -> {
                if (stem.length() >= 2) {
                    names.put(stem, new Name(Kind.BARE_DISTRICT, area));
                }
            }
            case STREET -> STREET_ENDINGS.forEach(ending -> names.put(stem + ending, new Name(kind, area)));
            case VILLAGE -> names.put(stem, new Name(kind, area));
        }
    }

    private static String stem(Area area) {
        Pattern ending = switch (area.level()) {
            case DISTRICT -> ENDING_OF_DISTRICT;
            case STREET -> ENDING_OF_STREET;
            case VILLAGE -> ENDING_OF_VILLAGE;
        };
        String stem = ending.matcher(clean(area.name())).replaceFirst("");
        boolean unclear = area.level() == Area.Level.VILLAGE && !stem.endsWith("社区") && !stem.endsWith("村");
        return unclear ? stem + "村" : stem;
    }

    Optional<Area> read(String address) {
        String text = clean(address);
        List<Trie.Hit<Name>> hits = names.find(text);
        Area district = exactDistrict(text, hits);
        if (district == null && liesElsewhere(text)) {
            return Optional.empty();
        }
        Area street = below(district, hits, Kind.STREET);
        if (district == null && street == null) {
            district = approximateDistrict(text, hits);
        }
        Area above = street == null ? district : street;
        Area village = above == null ? null : below(above, hits, Kind.VILLAGE);
        return Optional.ofNullable(village == null ? above : village);
    }

    private @Nullable Area exactDistrict(String text, List<Trie.Hit<Name>> hits) {
        for (Trie.Hit<Name> hit : hits) {
            for (Name name : hit.values()) {
                boolean before = name.kind() == Kind.BARE_DISTRICT
                        && ZONE.matcher(text).region(hit.end(), text.length()).lookingAt();
                if ((name.kind() == Kind.DISTRICT || before) && !liesElsewhere(text.substring(0, hit.start()))) {
                    return name.area();
                }
            }
        }
        return null;
    }

    private @Nullable Area approximateDistrict(String text, List<Trie.Hit<Name>> hits) {
        for (Trie.Hit<Name> hit : hits) {
            String before = text.substring(0, hit.start());
            boolean ours = NOTHING_ELSE_BEFORE.matcher(before).matches()
                    || ownNames.stream().anyMatch(before::endsWith);
            for (Name name : hit.values()) {
                if (name.kind() == Kind.APPROXIMATE && ours) {
                    return name.area();
                }
            }
        }
        return null;
    }

    /// The one place of that kind below the given one that the address names; null when none or more than one is meant.
    private @Nullable Area below(@Nullable Area above, List<Trie.Hit<Name>> hits, Kind kind) {
        for (Trie.Hit<Name> hit : hits) {
            List<Area> meant = hit.values().stream()
                    .filter(name -> name.kind() == kind)
                    .map(Name::area)
                    .filter(area -> above == null || isBelow(area, above))
                    .toList();
            if (meant.size() == 1) {
                return meant.getFirst();
            }
        }
        return null;
    }

    private boolean isBelow(Area area, Area above) {
        for (Area up = area; up != null; up = up.parent() == null ? null : byCode.get(up.parent())) {
            if (up.equals(above)) {
                return true;
            }
        }
        return false;
    }

    /// Whether the address begins with the name of another city: "某市高新区" is not our 高新区.
    private boolean liesElsewhere(String text) {
        Matcher other = OTHER_CITY.matcher(text);
        if (!other.matches()) {
            return false;
        }
        String named = other.group(1);
        return ownNames.stream().noneMatch(named::endsWith)
                && names.find(named).stream()
                        .flatMap(hit -> hit.values().stream())
                        .noneMatch(name -> name.kind() == Kind.DISTRICT);
    }

    /// One form for full and half width; no spaces.
    static String clean(String text) {
        return SPACE.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC)).replaceAll("");
    }
}
