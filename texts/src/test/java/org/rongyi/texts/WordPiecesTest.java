package org.rongyi.texts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The numbers expected here are those that the model's own tokenizer gives.
class WordPiecesTest {
    private static WordPieces pieces;

    @BeforeAll
    static void read() throws IOException {
        try (var file = WordPieces.class.getResourceAsStream("/bge-small-zh-v1.5-q-tokenizer.json")) {
            pieces = WordPieces.read(Objects.requireNonNull(file));
        }
    }

    @Test
    void everyChineseCharacterIsAPieceAndWordsAreCutFromTheLeft() {
        assertThat(pieces.size()).isEqualTo(21_128);
        assertThat(pieces.of("企业停电", 10)).containsExactly(821, 689, 977, 4510);
        assertThat(pieces.of("12345热线 iPhone15 naïve", 20)).containsExactly(9700, 4178, 5296, 100, 100);
    }

    @Test
    void aWordWithAPartThatIsOnNoListIsUnknownAsAWhole() {
        assertThat(pieces.of("café🦄x 好", 10)).containsExactly(100, 1962);
    }

    @Test
    void controlCharactersVanishAndEverySpaceSeparates() {
        assertThat(pieces.of("a\u200bb\u3000c\td\0", 10)).isEqualTo(pieces.of("ab c d", 10));
    }

    @Test
    void takesTheBeginningOfWhatIsTooLong() {
        assertThat(pieces.of("停".repeat(1_000_000), 3)).hasSize(3);
        assertThat(pieces.of("a".repeat(101), 3)).hasSize(1);
        assertThat(pieces.of("", 3)).isEmpty();
    }
}
