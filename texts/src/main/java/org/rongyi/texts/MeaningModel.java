package org.rongyi.texts;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.InputStream;
import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.Map;

/// The model that gives texts their meaning: BAAI's bge-small-zh-v1.5 with eight-bit weights, in this
/// process. Safe for many threads. The native part unpacks itself into the folder for temporary files and
/// leaves it with the process.
final class MeaningModel implements AutoCloseable {
    private static final String WEIGHTS = "/bge-small-zh-v1.5-q.onnx";
    private static final String PIECES = "/bge-small-zh-v1.5-q-tokenizer.json";

    /// What the model can look at in one go, less the marks of begin and end.
    private static final int PIECES_AT_ONCE = 510;

    /// Of a long letter the beginning says what it is about; without an end a text of a megabyte would take a
    /// minute.
    private static final int MOST_PIECES = 3 * PIECES_AT_ONCE;

    private final WordPieces pieces;
    private final OrtEnvironment environment;
    private final OrtSession session;

    private MeaningModel(WordPieces pieces, OrtEnvironment environment, OrtSession session) {
        this.pieces = pieces;
        this.environment = environment;
        this.session = session;
    }

    /// @throws MeaningsUnavailable if this machine cannot run it
    static MeaningModel open() {
        try (var list = resource(PIECES);
                var weights = resource(WEIGHTS);
                var options = new OrtSession.SessionOptions()) {
            var environment = OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR);
            // One text, one thread: callers bring their own, and a text's meaning never depends on how many there are.
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            return new MeaningModel(
                    WordPieces.read(list), environment, environment.createSession(weights.readAllBytes(), options));
        } catch (IOException | OrtException | LinkageError refused) {
            throw new MeaningsUnavailable("the model of meanings cannot be opened (%s)".formatted(refused), refused);
        }
    }

    private static InputStream resource(String name) throws IOException {
        var stream = MeaningModel.class.getResourceAsStream(name);
        if (stream == null) {
            throw new IOException("there is no " + name + " among the libraries");
        }
        return stream;
    }

    /// Subject and text count alike, however long the text is.
    Meaning of(Writing writing) {
        if (writing.subject().isBlank() || writing.text().isBlank()) {
            return of(writing.whole());
        }
        var subject = of(writing.subject()).direction();
        var text = of(writing.text()).direction();
        var sum = new float[Meaning.DIMENSIONS];
        for (int i = 0; i < sum.length; i++) {
            sum[i] = subject[i] + text[i];
        }
        return Meaning.towards(sum);
    }

    /// A text longer than one look is looked at in parts; each counts by its length.
    private Meaning of(String text) {
        var cut = pieces.of(text, MOST_PIECES);
        var sum = new float[Meaning.DIMENSIONS];
        int from = 0;
        do {
            int end = Math.min(cut.length, from + PIECES_AT_ONCE);
            var part = Meaning.towards(look(Arrays.copyOfRange(cut, from, end))).direction();
            for (int i = 0; i < sum.length; i++) {
                sum[i] += part[i] * Math.max(1, end - from);
            }
            from = end;
        } while (from < cut.length);
        return Meaning.towards(sum);
    }

    private float[] look(int[] part) {
        int length = part.length + 2;
        var numbers = new long[length];
        numbers[0] = WordPieces.BEGIN;
        for (int i = 0; i < part.length; i++) {
            numbers[i + 1] = part[i];
        }
        numbers[length - 1] = WordPieces.END;
        var ones = new long[length];
        Arrays.fill(ones, 1);
        var shape = new long[] {1, length};
        try (var ids = OnnxTensor.createTensor(environment, LongBuffer.wrap(numbers), shape);
                var mask = OnnxTensor.createTensor(environment, LongBuffer.wrap(ones), shape);
                var kinds = OnnxTensor.createTensor(environment, LongBuffer.wrap(new long[length]), shape);
                var result = session.run(Map.of("input_ids", ids, "attention_mask", mask, "token_type_ids", kinds))) {
            // The model was trained so that the mark of the beginning carries the meaning of the whole.
            var first = new float[Meaning.DIMENSIONS];
            if (result.get(0) instanceof OnnxTensor hidden) {
                hidden.getFloatBuffer().get(first);
            }
            return first;
        } catch (OrtException failed) {
            throw new IllegalStateException("the model of meanings failed on a text", failed);
        }
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException refused) {
            throw new IllegalStateException("the model of meanings cannot be closed", refused);
        }
    }
}
