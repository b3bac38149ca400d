package org.rongyi.definitions;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/// Builds the tree of a YAML text from the parser's events, with its own bounds on depth and on what aliases expand
/// to: a file of a few hundred bytes must not become millions of nodes or a stack overflow.
final class YamlReader {
    private static final int DEEPEST = 64;
    private static final int MOST_NODES = 200_000;
    private static final Pattern NUMBER =
            Pattern.compile("[-+]?(\\d{1,30}(\\.\\d{0,20})?|\\.\\d{1,20})([eE][-+]?\\d{1,2})?");
    private static final Pattern BOOLEAN = Pattern.compile("true|True|TRUE|false|False|FALSE");
    private static final Pattern NULL = Pattern.compile("null|Null|NULL|~|");
    private static final String TEXT_TAG = "tag:yaml.org,2002:str";

    private final SourceText source;
    private final List<Fault> faults;
    private final Deque<Frame> frames = new ArrayDeque<>();
    private final Map<String, Anchored> anchors = new HashMap<>();
    private @Nullable YamlNode root;
    private int documents;
    private long nodes;

    YamlReader(SourceText source, List<Fault> faults) {
        this.source = source;
        this.faults = faults;
    }

    /// The document, or null after a fault that leaves none. Duplicate keys and the like are faults of a tree that is
    /// still returned, so that the rest of the file is checked too.
    @Nullable
    YamlNode read() {
        var settings = LoadSettings.builder()
                .setLabel(source.name())
                .setCodePointLimit(YamlFile.MOST_BYTES)
                .build();
        try {
            for (Event event : new Parse(settings).parseString(source.text())) {
                if (!take(event)) {
                    return null;
                }
            }
        } catch (MarkedYamlEngineException broken) {
            faults.addAll(YamlSyntax.faults(source, broken));
            return null;
        } catch (YamlEngineException broken) {
            faults.add(Fault.error(
                    Place.wholeFile(source.name()), "is not YAML (%s)".formatted(broken.getMessage()), null));
            return null;
        }
        if (root == null) {
            faults.add(Fault.error(Place.wholeFile(source.name()), "the file is empty", null));
        }
        return root;
    }

    private boolean take(Event event) {
        return switch (event.getEventId()) {
            case DocumentStart -> startDocument(event);
            case MappingStart, SequenceStart -> open((CollectionStartEvent) event);
            case MappingEnd, SequenceEnd -> close();
            case Scalar -> scalar((ScalarEvent) event);
            case Alias -> alias((AliasEvent) event);
            case StreamStart, StreamEnd, DocumentEnd, Comment -> true;
        };
    }

    private boolean startDocument(Event event) {
        documents++;
        if (documents > 1) {
            faults.add(source.fault(start(event), "a second document begins here", "Maybe give it a file of its own"));
        }
        return documents == 1;
    }

    private boolean open(CollectionStartEvent event) {
        reportTag(event, event.getTag().orElse(null));
        if (frames.size() >= DEEPEST) {
            faults.add(source.fault(start(event), "is nested more than %d deep".formatted(DEEPEST), null));
            return false;
        }
        boolean mapping = event.getEventId() == Event.ID.MappingStart;
        frames.push(new Frame(start(event), mapping, anchor(event), nodes));
        return counted(event, 1);
    }

    private boolean close() {
        var frame = frames.pop();
        YamlNode node = frame.mapping
                ? new YamlNode.Mapping(frame.start, frame.entries)
                : new YamlNode.Sequence(frame.start, frame.items);
        if (frame.anchor != null) {
            anchors.put(frame.anchor, new Anchored(node, nodes - frame.nodesBefore));
        }
        add(node);
        return true;
    }

    private boolean scalar(ScalarEvent event) {
        reportTag(event, event.getTag().filter(tag -> !tag.equals(TEXT_TAG)).orElse(null));
        var kind = event.isPlain() && event.getTag().isEmpty() ? kind(event.getValue()) : YamlNode.Kind.TEXT;
        int end = event.getEndMark()
                .map(mark -> source.offsetOfCodePoint(mark.getIndex()))
                .orElse(source.text().length());
        var node = new YamlNode.Scalar(start(event), end, event.getValue(), event.getScalarStyle(), kind);
        var anchor = anchor(event);
        if (anchor != null) {
            anchors.put(anchor, new Anchored(node, 1));
        }
        add(node);
        return counted(event, 1);
    }

    private boolean alias(AliasEvent event) {
        var name = event.getAlias().getValue();
        var anchored = anchors.get(name);
        if (anchored == null) {
            var message = "*%s stands for nothing that was complete before it".formatted(name);
            faults.add(source.fault(start(event), message, "Maybe write the text out"));
            return false;
        }
        add(anchored.node);
        return counted(event, anchored.nodes);
    }

    private boolean counted(Event event, long more) {
        nodes += more;
        if (nodes > MOST_NODES) {
            var message = "the file comes to more than %,d parts, counting aliases".formatted(MOST_NODES);
            faults.add(source.fault(start(event), message, "Maybe this is not a definition file"));
        }
        return nodes <= MOST_NODES;
    }

    private void add(YamlNode node) {
        var frame = frames.peek();
        if (frame == null) {
            root = node;
        } else if (!frame.mapping) {
            frame.items.add(node);
        } else if (frame.awaitsKey) {
            frame.key = node;
            frame.awaitsKey = false;
        } else {
            frame.awaitsKey = true;
            addEntry(frame, node);
        }
    }

    private void addEntry(Frame frame, YamlNode value) {
        if (!(frame.key instanceof YamlNode.Scalar key)) {
            int at = frame.key == null ? frame.start : frame.key.start();
            faults.add(source.fault(at, "a key must be a plain text", null));
            return;
        }
        var earlier = frame.entries.get(key.text());
        if (earlier == null) {
            frame.entries.put(key.text(), new YamlNode.Entry(key.start(), value));
        } else {
            int line = source.place(earlier.keyStart()).line();
            var message = "\"%s\" is here for the second time (first in line %d)".formatted(key.text(), line);
            faults.add(source.fault(key.start(), message, "Maybe delete one of the two"));
        }
    }

    private void reportTag(Event event, @Nullable String tag) {
        if (tag != null) {
            faults.add(source.fault(start(event), "tag %s is not used in these files".formatted(tag), null));
        }
    }

    private static @Nullable String anchor(NodeEvent event) {
        return event.getAnchor().map(anchor -> anchor.getValue()).orElse(null);
    }

    private int start(Event event) {
        return event.getStartMark()
                .map(mark -> source.offsetOfCodePoint(mark.getIndex()))
                .orElse(0);
    }

    private static YamlNode.Kind kind(String plain) {
        if (NULL.matcher(plain).matches()) {
            return YamlNode.Kind.NULL;
        }
        if (BOOLEAN.matcher(plain).matches()) {
            return YamlNode.Kind.BOOLEAN;
        }
        return NUMBER.matcher(plain).matches() ? YamlNode.Kind.NUMBER : YamlNode.Kind.TEXT;
    }

    private record Anchored(YamlNode node, long nodes) {}

    private static final class Frame {
        final int start;
        final boolean mapping;
        final @Nullable String anchor;
        final long nodesBefore;
        final Map<String, YamlNode.Entry> entries = new LinkedHashMap<>();
        final List<YamlNode> items = new ArrayList<>();

        @Nullable
        YamlNode key;

        boolean awaitsKey = true;

        Frame(int start, boolean mapping, @Nullable String anchor, long nodesBefore) {
            this.start = start;
            this.mapping = mapping;
            this.anchor = anchor;
            this.nodesBefore = nodesBefore;
        }
    }
}
