package org.rongyi.texts.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Font;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.rongyi.texts.pages.Reading.State;

class PageReaderTest {
    private static final String[] LINES = {
        "营业执照", "统一社会信用代码 91510100MA61X0000T", "名称 锦江小馆餐饮有限公司", "法定代表人 欧阳建国", "营业期限至 2026年11月22日"
    };
    private static final PageReader READER = new PageReader();

    @AfterAll
    static void close() {
        READER.close();
    }

    private static BufferedImage page(double degrees) {
        var picture = new BufferedImage(1000, 1000, BufferedImage.TYPE_INT_RGB);
        var pen = picture.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        pen.setColor(new Color(240, 232, 214));
        pen.fillRect(0, 0, 1000, 1000);
        pen.transform(AffineTransform.getRotateInstance(Math.toRadians(degrees), 500, 500));
        pen.setColor(Color.DARK_GRAY);
        pen.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 34));
        for (int i = 0; i < LINES.length; i++) {
            pen.drawString(LINES[i], 150, 300 + i * 80);
        }
        pen.dispose();
        return picture;
    }

    private static byte[] png(BufferedImage picture) throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(picture, "png", bytes);
        return bytes.toByteArray();
    }

    private static byte[] pdf(@Nullable BufferedImage picture, String text) throws IOException {
        try (var pdf = new PDDocument();
                var bytes = new ByteArrayOutputStream()) {
            var page = new PDPage();
            pdf.addPage(page);
            try (var pen = new PDPageContentStream(pdf, page)) {
                if (picture != null) {
                    pen.drawImage(LosslessFactory.createFromImage(pdf, picture), 0, 100, 600, 600);
                }
                pen.beginText();
                pen.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
                pen.newLineAtOffset(100, 600);
                pen.showText(text);
                pen.endText();
            }
            pdf.save(bytes);
            return bytes.toByteArray();
        }
    }

    @Test
    void aPhotographIsReadLineByLineHoweverItWasHeld() throws IOException {
        for (double degrees : new double[] {0, 4, 90, 180}) {
            var reading = READER.read(png(page(degrees)));
            assertThat(reading.state()).isEqualTo(State.PICTURE);
            assertThat(reading.text().replace(" ", ""))
                    .as("turned by %s degrees", degrees)
                    .contains("营业执照", "91510100MA61X0000T", "锦江小馆餐饮有限公司", "欧阳建国", "2026年11月22日");
        }
        assertThat(READER.read(png(page(0))).text().lines().findFirst()).hasValue("营业执照");
    }

    @Test
    void aScanInAPdfIsReadLikeAPictureAndATextOfItsOwnAsItIs() throws IOException {
        var scan = READER.read(pdf(page(0), ""));
        assertThat(scan.state()).isEqualTo(State.PICTURE);
        assertThat(scan.text()).contains("欧阳建国");
        var written = READER.read(pdf(null, "Articles of association of O0I1 Limited"));
        assertThat(written).isEqualTo(new Reading(State.TEXT, "Articles of association of O0I1 Limited"));
    }

    @Test
    void whatIsEmptyOrDamagedIsSaidToBeSo() throws IOException {
        var dark = new BufferedImage(400, 400, BufferedImage.TYPE_INT_RGB);
        assertThat(READER.read(png(dark)).state()).isEqualTo(State.BLANK);
        var cut = png(page(0));
        assertThat(READER.read(Arrays.copyOf(cut, 200)).state()).isEqualTo(State.UNREADABLE);
        assertThat(READER.read("%PDF-1.7 nothing".getBytes(StandardCharsets.US_ASCII))
                        .state())
                .isEqualTo(State.UNREADABLE);
        assertThat(READER.read("plain".getBytes(StandardCharsets.US_ASCII)).state())
                .isEqualTo(State.UNREADABLE);
    }

    @Test
    void aScanThatNobodyHereDecodesIsNotCalledEmpty() throws IOException {
        try (var pdf = new PDDocument();
                var bytes = new ByteArrayOutputStream()) {
            var page = new PDPage();
            pdf.addPage(page);
            var picture = LosslessFactory.createFromImage(pdf, page(0));
            picture.getCOSObject().setItem(COSName.FILTER, COSName.JPX_DECODE);
            try (var pen = new PDPageContentStream(pdf, page)) {
                pen.drawImage(picture, 0, 100, 600, 600);
            }
            pdf.save(bytes);
            assertThat(READER.read(bytes.toByteArray())).isEqualTo(new Reading(State.PICTURE, ""));
        }
    }

    @Test
    void whatIsTooLargeIsNotCalledDamaged() throws IOException {
        assertThat(READER.read(claiming(40_000, 1)).state()).isEqualTo(State.SKIPPED);
        assertThat(READER.read(claiming(20_000, 20_000)).state()).isEqualTo(State.SKIPPED);
        try (var pdf = new PDDocument();
                var bytes = new ByteArrayOutputStream()) {
            var page = new PDPage();
            pdf.addPage(page);
            var picture = LosslessFactory.createFromImage(pdf, page(0));
            picture.getCOSObject().setInt(COSName.WIDTH, 20_000);
            picture.getCOSObject().setInt(COSName.HEIGHT, 20_000);
            try (var pen = new PDPageContentStream(pdf, page)) {
                pen.drawImage(picture, 0, 100, 600, 600);
            }
            pdf.save(bytes);
            assertThat(READER.read(bytes.toByteArray()).state()).isEqualTo(State.SKIPPED);
        }
    }

    /// A PNG whose header claims another size.
    private static byte[] claiming(int width, int height) throws IOException {
        var bytes = png(page(0));
        ByteBuffer.wrap(bytes).putInt(16, width).putInt(20, height);
        return bytes;
    }

    @Test
    void whoeverIsInterruptedGivesUpAndALongTextIsReadAtItsBeginning() throws IOException {
        for (byte[] paper : List.of(pdf(null, "Articles of association"), pdf(page(0), ""), png(page(0)))) {
            Thread.currentThread().interrupt();
            try {
                assertThat(READER.read(paper).state()).isEqualTo(State.SKIPPED);
            } finally {
                Thread.interrupted();
            }
        }
        var written = READER.read(pdf(null, "x".repeat(50_000)));
        assertThat(written.state()).isEqualTo(State.TEXT);
        assertThat(written.text()).hasSize(20_000);
    }
}
