package org.rongyi.city.enterprises.registrations;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Finds thousands of words in a text in one pass (Aho and Corasick 1975). Millions of long texts are read so: the
/// places between letters are numbers, 0 the beginning, and the ways between them lie in one table.
final class WordFinder<T> {
    /// Where each letter leads from the beginning.
    private final int[] fromBeginning = new int[Character.MAX_VALUE + 1];

    /// A place and a letter, 0 where the table is free, and where that leads.
    private final long[] ways;
    private final int[] leads;

    private final int[] depths;

    /// Where to go on when no way leads on.
    private final int[] fallbacks;

    /// The nearest place on the way of fallbacks that ends a word; 0 for none.
    private final int[] shorter;

    /// Of the words that end at a place.
    private final List<List<T>> values;

    /// @param end position behind the word
    record Hit<T>(int start, int end, List<T> values) {}

    /// While words are learnt.
    private static final class Place<T> {
        private final Map<Character, Place<T>> next = new HashMap<>();
        private final List<T> values = new ArrayList<>();
        private int number;
    }

    WordFinder(Map<String, List<T>> words) {
        Place<T> beginning = new Place<>();
        int count = 1;
        for (Map.Entry<String, List<T>> word : words.entrySet()) {
            Place<T> place = beginning;
            for (char letter : word.getKey().toCharArray()) {
                Place<T> next = place.next.get(letter);
                if (next == null) {
                    next = new Place<>();
                    place.next.put(letter, next);
                    count++;
                }
                place = next;
            }
            place.values.addAll(word.getValue());
        }
        this.ways = new long[Integer.highestOneBit(count) << 2];
        this.leads = new int[ways.length];
        this.depths = new int[count];
        this.fallbacks = new int[count];
        this.shorter = new int[count];
        this.values = new ArrayList<>();
        values.add(List.of());
        Deque<Place<T>> queue = new ArrayDeque<>(List.of(beginning));
        while (!queue.isEmpty()) {
            Place<T> place = queue.remove();
            place.next.forEach((letter, next) -> {
                add(place.number, letter, next);
                queue.add(next);
            });
        }
    }

    /// Places come by rising depth, so that a fallback, which lies less deep, is there.
    private void add(int from, char letter, Place<T> place) {
        int number = values.size();
        place.number = number;
        values.add(List.copyOf(place.values));
        depths[number] = depths[from] + 1;
        int fallback = from == 0 ? 0 : step(fallbacks[from], letter);
        fallbacks[number] = fallback;
        shorter[number] = fallback == 0 || !values.get(fallback).isEmpty() ? fallback : shorter[fallback];
        if (from == 0) {
            fromBeginning[letter] = number;
        } else {
            int at = slot(from, letter);
            ways[at] = way(from, letter);
            leads[at] = number;
        }
    }

    private static long way(int from, char letter) {
        return (long) from << Character.SIZE | letter;
    }

    private int slot(int from, char letter) {
        long way = way(from, letter);
        int at = (int) (way * 0x9E3779B97F4A7C15L >>> 32) & ways.length - 1;
        while (ways[at] != 0 && ways[at] != way) {
            at = at + 1 & ways.length - 1;
        }
        return at;
    }

    private int step(int from, char letter) {
        for (int at = from; at != 0; at = fallbacks[at]) {
            int next = leads[slot(at, letter)];
            if (next != 0) {
                return next;
            }
        }
        return fromBeginning[letter];
    }

    /// The words in the text, less those within a longer one.
    List<Hit<T>> find(String text) {
        List<Hit<T>> hits = new ArrayList<>();
        int at = 0;
        for (int i = 0; i < text.length(); i++) {
            at = step(at, text.charAt(i));
            int ended = values.get(at).isEmpty() ? shorter[at] : at;
            if (ended != 0) {
                keep(hits, new Hit<>(i + 1 - depths[ended], i + 1, values.get(ended)));
            }
        }
        return hits;
    }

    /// Of the words that end at one place only the longest comes here; what it covers goes.
    private static <T> void keep(List<Hit<T>> hits, Hit<T> hit) {
        while (!hits.isEmpty() && hits.getLast().start() >= hit.start()) {
            hits.removeLast();
        }
        hits.add(hit);
    }
}
