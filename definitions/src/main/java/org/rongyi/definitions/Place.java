package org.rongyi.definitions;

/// A place in a file; line and column count from 1, columns in characters as an editor shows them. Line 0 = the file
/// as a whole.
public record Place(String file, int line, int column) {

    static Place wholeFile(String file) {
        return new Place(file, 0, 0);
    }

    @Override
    public String toString() {
        return line == 0 ? file : file + ":" + line + ":" + column;
    }
}
