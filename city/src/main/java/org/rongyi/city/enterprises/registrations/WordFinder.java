package org.rongyi.city.enterprises.registrations;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Finds thousands of words in a text in one pass (Aho and Corasick 1975).
final class WordFinder<T> {
    private static final class Node<T> {
        private final Map<Character, Node<T>> next = new HashMap<>();
        private final List<T> values = new ArrayList<>();
        private final int depth;
        private @Nullable Node<T> fallback;

        /// The nearest node on the way of fallbacks that ends a word.
        private @Nullable Node<T> shorter;

        Node(int depth) {
            this.depth = depth;
        }
    }

    /// @param end position behind the word
    record Hit<T>(int start, int end, List<T> values) {}

    private final Node<T> root = new Node<>(0);

    WordFinder(Map<String, List<T>> words) {
        words.forEach((word, values) -> {
            Node<T> node = root;
            for (char c : word.toCharArray()) {
                int depth = node.depth + 1;
                node = node.next.computeIfAbsent(c, _ -> new Node<>(depth));
            }
            node.values.addAll(values);
        });
        Deque<Node<T>> queue = new ArrayDeque<>(root.next.values());
        queue.forEach(first -> first.fallback = root);
        while (!queue.isEmpty()) {
            Node<T> node = queue.remove();
            node.next.forEach((c, child) -> {
                child.fallback = step(node.fallback, c);
                queue.add(child);
            });
            Node<T> fallback = node.fallback;
            node.shorter = fallback == null || !fallback.values.isEmpty() ? fallback : fallback.shorter;
        }
    }

    private Node<T> step(@Nullable Node<T> from, char c) {
        Node<T> at = from;
        while (at != null) {
            Node<T> next = at.next.get(c);
            if (next != null) {
                return next;
            }
            at = at.fallback;
        }
        return root;
    }

    /// The words in the text, less those within a longer one.
    List<Hit<T>> find(String text) {
        List<Hit<T>> hits = new ArrayList<>();
        Node<T> at = root;
        for (int i = 0; i < text.length(); i++) {
            at = at == root ? root.next.getOrDefault(text.charAt(i), root) : advance(at, text.charAt(i));
            Node<T> ended = at.values.isEmpty() ? at.shorter : at;
            if (ended != null && ended.depth > 0) {
                keep(hits, new Hit<>(i + 1 - ended.depth, i + 1, ended.values));
            }
        }
        return hits;
    }

    private Node<T> advance(Node<T> at, char c) {
        Node<T> next = at.next.get(c);
        return next != null ? next : step(at.fallback, c);
    }

    /// Of the words that end at one place only the longest comes here; what it covers goes.
    private static <T> void keep(List<Hit<T>> hits, Hit<T> hit) {
        while (!hits.isEmpty() && hits.getLast().start() >= hit.start()) {
            hits.removeLast();
        }
        hits.add(hit);
    }
}
