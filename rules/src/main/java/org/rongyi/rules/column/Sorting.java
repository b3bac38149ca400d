package org.rongyi.rules.column;

import java.util.List;

/// Puts rows in order.
final class Sorting {

    private Sorting() {}

    /// The rows in the order of several keys, the first first; equal rows keep their order. Keys are small
    /// numbers from 0, so counting serves: key by key from the last.
    static int[] order(List<int[]> keys, int rows) {
        int[] order = new int[rows];
        for (int i = 0; i < rows; i++) {
            order[i] = i;
        }
        for (int[] key : keys.reversed()) {
            order = stable(order, key);
        }
        return order;
    }

    private static int[] stable(int[] order, int[] key) {
        int greatest = 0;
        for (int k : key) {
            greatest = Math.max(greatest, k);
        }
        int[] next = new int[greatest + 2];
        for (int k : key) {
            next[k + 1]++;
        }
        for (int k = 0; k <= greatest; k++) {
            next[k + 1] += next[k];
        }
        int[] sorted = new int[order.length];
        for (int row : order) {
            sorted[next[key[row]]++] = row;
        }
        return sorted;
    }
}
