package org.rongyi.rules.column;

/// How rows are cut: matching goes block by block, storage and results chunk by chunk.
final class Block {

    /// Rows of a block. A plane of it is 256 bytes, four vectors of 512 bits: the planes of 3,000 atoms fit
    /// the L2 cache, and what it costs to begin a rule is spread over enough rows.
    static final int ROWS = 2048;

    /// Words of 64 rows in a plane.
    static final int WORDS = ROWS / 64;

    /// Rows of a chunk: as many as a Roaring container holds.
    static final int CHUNK = 1 << 16;

    /// Blocks of a chunk.
    static final int PER_CHUNK = CHUNK / ROWS;

    private Block() {}

    static int chunks(int rows) {
        return (rows + CHUNK - 1) / CHUNK;
    }

    static int blocks(int rows) {
        return (rows + ROWS - 1) / ROWS;
    }
}
