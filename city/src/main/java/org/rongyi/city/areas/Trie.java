package org.rongyi.city.areas;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Finds known names in a text in one pass over its characters, however many names there are.
final class Trie<V> {
    private final Node<V> root = new Node<>();

    private static final class Node<V> {
        final Map<Character, Node<V>> next = new HashMap<>();
        final List<V> values = new ArrayList<>();
    }

    /// A name found, with everything it may mean.
    record Hit<V>(int start, int end, List<V> values) {}

    void put(String name, V value) {
        Node<V> node = root;
        for (int i = 0; i < name.length(); i++) {
            node = node.next.computeIfAbsent(name.charAt(i), letter -> new Node<>());
        }
        if (!node.values.contains(value)) {
            node.values.add(value);
        }
    }

    /// The longest name at each place, from left to right; names inside a longer one that starts earlier are found too.
    List<Hit<V>> find(String text) {
        List<Hit<V>> hits = new ArrayList<>();
        for (int start = 0; start < text.length(); start++) {
            Hit<V> longest = longestAt(text, start);
            if (longest != null) {
                hits.add(longest);
            }
        }
        return hits;
    }

    private @Nullable Hit<V> longestAt(String text, int start) {
        Node<V> node = root;
        Hit<V> longest = null;
        for (int end = start; end < text.length(); end++) {
            node = node.next.get(text.charAt(end));
            if (node == null) {
                break;
            }
            if (!node.values.isEmpty()) {
                longest = new Hit<>(start, end + 1, node.values);
            }
        }
        return longest;
    }
}
