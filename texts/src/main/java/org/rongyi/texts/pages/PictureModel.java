package org.rongyi.texts.pages;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.FloatBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The three models of RapidOCR (PP-OCRv4): where text is, whether a line stands on its head, what it says.
/// Colours come in the order blue, green, red, as the models were taught.
final class PictureModel implements AutoCloseable {
    private static final String FIND = "/models/ch_PP-OCRv4_det_infer.onnx";
    private static final String TURN = "/models/ch_ppocr_mobile_v2.0_cls_infer.onnx";
    private static final String READ = "/models/ch_PP-OCRv4_rec_infer.onnx";
    private static final String CHARACTERS = "/models/ppocr_keys_v1.txt";
    private static final float[] MIDDLE = {0.485f, 0.456f, 0.406f};
    private static final float[] SPREAD = {0.229f, 0.224f, 0.225f};
    private static final float[] HALF = {0.5f, 0.5f, 0.5f};
    private static final int LONGEST = 1280;
    private static final int GRID = 32;
    private static final int LINE = 48;
    private static final int SHORTEST = 320;
    private static final int LONGEST_LINE = 3200;
    private static final int TURN_WIDTH = 192;
    private static final float UPSIDE_DOWN = 0.9f;
    private static final double SURE = 0.5;

    private final OrtEnvironment environment;
    private final OrtSession find;
    private final OrtSession turn;
    private final OrtSession read;
    private final List<String> characters;

    private PictureModel(
            OrtEnvironment environment, OrtSession find, OrtSession turn, OrtSession read, List<String> characters) {
        this.environment = environment;
        this.find = find;
        this.turn = turn;
        this.read = read;
        this.characters = characters;
    }

    /// @throws PagesUnavailable if this machine cannot run it
    static PictureModel open() {
        try (var options = new OrtSession.SessionOptions()) {
            var environment = OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR);
            // Reading a paper waits its turn; pages for people do not.
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            var characters = new ArrayList<String>();
            characters.add(""); // nothing, between two characters
            new String(resource(CHARACTERS), StandardCharsets.UTF_8).lines().forEach(characters::add);
            characters.add(" ");
            return new PictureModel(
                    environment,
                    environment.createSession(resource(FIND), options),
                    environment.createSession(resource(TURN), options),
                    environment.createSession(resource(READ), options),
                    characters);
        } catch (IOException | OrtException | LinkageError refused) {
            throw new PagesUnavailable("pictures cannot be read here (%s)".formatted(refused), refused);
        }
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream stream = PictureModel.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IOException("there is no " + name + " among the libraries");
            }
            return stream.readAllBytes();
        }
    }

    /// Where there is text.
    TextMap map(BufferedImage picture) {
        double scale = Math.min(1, (double) LONGEST / Math.max(picture.getWidth(), picture.getHeight()));
        int width = grid(picture.getWidth() * scale);
        int height = grid(picture.getHeight() * scale);
        var points = points(picture, width, height, width, MIDDLE, SPREAD);
        var likely = run(find, points, height, width).values();
        return new TextMap(
                likely, width, height, (double) picture.getWidth() / width, (double) picture.getHeight() / height);
    }

    private static int grid(double length) {
        return Math.max(GRID, (int) Math.round(length / GRID) * GRID);
    }

    /// What a line says; empty where that is not sure.
    String line(BufferedImage line) {
        var level = upsideDown(line) ? turned(line) : line;
        int width = Math.clamp((long) Math.ceil((double) LINE * level.getWidth() / level.getHeight()), 1, LONGEST_LINE);
        int room = Math.max(SHORTEST, width);
        var result = run(read, points(level, width, LINE, room, HALF, HALF), LINE, room);
        return said(result);
    }

    /// The likeliest character at each place; one that goes on is said once.
    private String said(Result result) {
        int kinds = (int) result.shape()[2];
        var text = new StringBuilder();
        double sum = 0;
        int count = 0;
        int before = 0;
        for (int place = 0; place < result.shape()[1]; place++) {
            int best = 0;
            for (int kind = 1; kind < kinds; kind++) {
                if (result.values()[place * kinds + kind] > result.values()[place * kinds + best]) {
                    best = kind;
                }
            }
            if (best != 0 && best != before) {
                text.append(best < characters.size() ? characters.get(best) : "");
                sum += result.values()[place * kinds + best];
                count++;
            }
            before = best;
        }
        return count == 0 || sum / count < SURE ? "" : text.toString().strip();
    }

    private boolean upsideDown(BufferedImage line) {
        int width = Math.clamp((long) Math.ceil((double) LINE * line.getWidth() / line.getHeight()), 1, TURN_WIDTH);
        var values = run(turn, points(line, width, LINE, TURN_WIDTH, HALF, HALF), LINE, TURN_WIDTH)
                .values();
        return values[1] > UPSIDE_DOWN;
    }

    private static BufferedImage turned(BufferedImage line) {
        var out = new BufferedImage(line.getWidth(), line.getHeight(), BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < line.getHeight(); y++) {
            for (int x = 0; x < line.getWidth(); x++) {
                out.setRGB(line.getWidth() - 1 - x, line.getHeight() - 1 - y, line.getRGB(x, y));
            }
        }
        return out;
    }

    /// @param room width of what the model gets; beyond the picture there is nothing
    private static FloatBuffer points(
            BufferedImage picture, int width, int height, int room, float[] middle, float[] spread) {
        var scaled = Pictures.scaled(picture, width, height);
        var row = new int[width];
        var points = FloatBuffer.allocate(3 * height * room);
        for (int y = 0; y < height; y++) {
            scaled.getRGB(0, y, width, 1, row, 0, width);
            for (int x = 0; x < width; x++) {
                for (int colour = 0; colour < 3; colour++) {
                    float value = (row[x] >> (8 * colour) & 0xff) / 255f;
                    points.put(colour * height * room + y * room + x, (value - middle[colour]) / spread[colour]);
                }
            }
        }
        return points;
    }

    private record Result(float[] values, long[] shape) {}

    private Result run(OrtSession session, FloatBuffer points, int height, int width) {
        var name = session.getInputNames().iterator().next();
        try (var input = OnnxTensor.createTensor(environment, points, new long[] {1, 3, height, width});
                var result = session.run(Map.of(name, input))) {
            if (!(result.get(0) instanceof OnnxTensor tensor)) {
                throw new IllegalStateException("a model of pictures answered with " + result.get(0));
            }
            var values = new float[(int) tensor.getInfo().getNumElements()];
            tensor.getFloatBuffer().get(values);
            return new Result(values, tensor.getInfo().getShape());
        } catch (OrtException failed) {
            throw new IllegalStateException("a model of pictures failed", failed);
        }
    }

    @Override
    public void close() {
        try {
            find.close();
            turn.close();
            read.close();
        } catch (OrtException refused) {
            throw new IllegalStateException("the models that read pictures cannot be closed", refused);
        }
    }
}
