package org.rongyi.city.areas;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.rongyi.city.vocabulary.AreaCode;

/// The tree in memory: a few thousand places, read once.
final class AreaTree implements Areas {
    private final Map<AreaCode, Area> byCode = new LinkedHashMap<>();
    private final Map<AreaCode, List<Area>> children = new LinkedHashMap<>();
    /// Codes that places had earlier: registers and old files still carry them.
    private final Map<AreaCode, Area> byEarlierCode = new LinkedHashMap<>();

    private final List<Area> districts;
    private final AddressReader reader;

    AreaTree(List<NamedArea> areas, Set<String> cityNames) {
        for (NamedArea named : areas) {
            Area area = named.area();
            byCode.put(area.code(), area);
            named.aliases().stream()
                    .map(NamedArea.Alias::name)
                    .filter(AreaCode::isValid)
                    .forEach(code -> byEarlierCode.put(new AreaCode(code), area));
            if (area.parent() != null) {
                children.computeIfAbsent(area.parent(), parent -> new ArrayList<>())
                        .add(area);
            }
        }
        this.districts = byCode.values().stream()
                .filter(area -> area.level() == Area.Level.DISTRICT)
                .toList();
        this.reader = new AddressReader(areas, cityNames);
    }

    @Override
    public List<Area> districts() {
        return districts;
    }

    @Override
    public List<Area> children(AreaCode parent) {
        return List.copyOf(children.getOrDefault(parent, List.of()));
    }

    @Override
    public Optional<Area> find(AreaCode code) {
        Area area = byCode.get(code);
        return Optional.ofNullable(area == null ? byEarlierCode.get(code) : area);
    }

    @Override
    public Optional<Area> districtOf(AreaCode code) {
        return find(new AreaCode(code.value().substring(0, 6)))
                .map(area -> area.parent() == null
                        ? area
                        : byCode.get(new AreaCode(area.code().value().substring(0, 6))));
    }

    @Override
    public Optional<Area> recognise(String address) {
        return reader.read(address);
    }
}
