package org.rongyi.texts;

/// What a text weighs in the eyes of a regression: the numbers of the features that it has, and how much of
/// each. Of length one together.
record Features(int[] numbers, float[] weights) {

    static Features of(Meaning meaning) {
        var numbers = new int[Meaning.DIMENSIONS];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = i;
        }
        return new Features(numbers, meaning.direction());
    }

    int size() {
        return numbers.length;
    }
}
