package org.rongyi.seals;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import org.rongyi.seals.Sheet.Ink;

/// Makes sealed licences on every processor: laid out, written, sealed. Each is verified afterwards,
/// outside of the time.
final class Bench {
    static final int USUAL = 2_000;

    private static final int WARM_UP = 100;

    private final int count;
    private final Instant now = Clock.systemUTC().instant();
    private final Period years = new Period(now.minus(Duration.ofDays(1)), now.plus(Duration.ofDays(3650)));
    private final Authority authority = Authority.open(Pkcs12Vault.inMemory(), Suite.SM2, "测速根证书（演示）", years);
    private final SigningKey maker = authority.key("maker", "测速制章（演示）", Role.SEAL_MAKER, years);
    private final SigningKey office = authority.key("office", "测速登记机关（演示）", Role.SIGNER, years);
    private final Authority pdfAuthority = Authority.open(Pkcs12Vault.inMemory(), Suite.P256, "测速 PDF 根（演示）", years);
    private final SigningKey pdfOffice = pdfAuthority.key("office", "测速登记机关（演示）", Role.SIGNER, years);
    private final Seal seal = Seal.make(
            new Seal.Design(
                    "1",
                    "测速登记机关（演示）",
                    Seal.Owner.ORGANISATION,
                    SealPicture.round(Typeface.shipped(), "测速登记机关（演示）", "", "0000000000001", 42),
                    List.of(office.certificate(), pdfOffice.certificate()),
                    years),
            maker,
            now);

    Bench(int count) {
        this.count = count;
    }

    /// @param twins in PDF, made of these documents
    record Figures(
            double documentsPerSecond,
            int bytesP95,
            int documents,
            double verifiedPerSecond,
            double twinsPerSecond,
            int twinBytesP95,
            int threads) {
        String json() {
            return String.format(
                    Locale.ROOT,
                    "{\"documentsPerSecond\": %.1f, \"bytesP95\": %d, \"documents\": %d, \"verifiedPerSecond\": %.1f,"
                            + " \"twinsPerSecond\": %.1f, \"twinBytesP95\": %d, \"threads\": %d}%n",
                    documentsPerSecond,
                    bytesP95,
                    documents,
                    verifiedPerSecond,
                    twinsPerSecond,
                    twinBytesP95,
                    threads);
        }

        String words() {
            return String.format(
                    Locale.ROOT,
                    "%d licences on %d threads: %.0f sealed a second, %.0f verified a second,"
                            + " 95 %% have at most %d bytes; as PDF %.0f a second, 95 %% have at most %d bytes%n",
                    documents,
                    threads,
                    documentsPerSecond,
                    verifiedPerSecond,
                    bytesP95,
                    twinsPerSecond,
                    twinBytesP95);
        }
    }

    Figures run() {
        int threads = Runtime.getRuntime().availableProcessors();
        try (ExecutorService workers = Executors.newFixedThreadPool(threads)) {
            List<byte[]> warm = all(workers, WARM_UP, this::make);
            long begun = System.nanoTime();
            List<byte[]> made = all(workers, count, this::make);
            double seconds = since(begun);
            long verifying = System.nanoTime();
            verify(made);
            double verified = since(verifying);
            all(workers, WARM_UP, number -> twin(warm.get(number)));
            long twinning = System.nanoTime();
            List<byte[]> twins = all(workers, count, number -> twin(made.get(number)));
            double twinned = since(twinning);
            verify(twins);
            return new Figures(
                    count / seconds, p95(made), count, count / verified, count / twinned, p95(twins), threads);
        }
    }

    private static double since(long begun) {
        return (System.nanoTime() - begun) / 1e9;
    }

    private static int p95(List<byte[]> files) {
        int[] sizes = files.stream().mapToInt(each -> each.length).sorted().toArray();
        return sizes[(int) Math.ceil(sizes.length * 0.95) - 1];
    }

    private void verify(List<byte[]> documents) {
        Verifier verifier = new Verifier(trust(authority).and(trust(pdfAuthority)), Clock.fixed(now, ZoneOffset.UTC));
        for (byte[] document : documents) {
            if (!(verifier.verify(document) instanceof Verdict.Judged judged) || !judged.valid()) {
                throw new IllegalStateException("a document that was made is not valid");
            }
        }
    }

    private Trust trust(Authority root) {
        return Trust.of(
                Seal.der(root.root()), root.statusList(List.of(), new Period(now, now.plus(Duration.ofDays(1)))));
    }

    private static List<byte[]> all(ExecutorService workers, int documents, IntFunction<byte[]> one) {
        List<Future<byte[]>> pending = new ArrayList<>();
        for (int i = 0; i < documents; i++) {
            int number = i;
            pending.add(workers.submit(() -> one.apply(number)));
        }
        List<byte[]> made = new ArrayList<>();
        for (Future<byte[]> each : pending) {
            try {
                made.add(each.get());
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("stopped while measuring", stopped);
            } catch (ExecutionException failed) {
                throw new IllegalStateException("no document was made", failed.getCause());
            }
        }
        return made;
    }

    private byte[] twin(byte[] ofd) {
        return PdfFile.twin(ofd, Typeface.shipped(), seal, pdfOffice, now);
    }

    private byte[] make(int number) {
        Typeface letters = Typeface.shipped();
        Sheet.Pen pen = new Sheet.Pen(letters, 297, 210).frame(8, 8, 281, 194, 1.2, Ink.GOLD);
        pen.centred(44, 17, "营业执照", Ink.BLACK).centred(56, 6, "（副本）　演示", Ink.RED);
        double y = 74;
        for (String row : List.of(
                "统一社会信用代码　9100000000TEST" + (10_000 + number),
                "名称　测速第" + number + "号面馆有限公司",
                "类型　有限责任公司（自然人投资或控股）",
                "法定代表人　赵测速",
                "注册资本　人民币壹佰万元整",
                "住所　某某市青石区槐荫里" + number % 900 + "号",
                "经营范围　许可项目：餐饮服务；食品销售。一般项目：外卖递送服务；日用百货销售；软件开发；信息系统集成服务；"
                        + "会议及展览服务；组织文化艺术交流活动；农副产品销售。（依法须经批准的项目，经相关部门批准后方可开展经营活动）")) {
            y = pen.paragraph(24, y, 180, 5, 8, row, Ink.BLACK) + 2;
        }
        pen.code(226, 66, 34, "https://localhost/verify/510000000000000000" + number);
        String id = new UUID(now.toEpochMilli(), number).toString().replace("-", "");
        byte[] written = OfdFile.write(pen.done(), letters, new About(id, "营业执照（演示）", "测速登记机关", now));
        return OfdFile.seal(written, seal, List.of(new Stamp(1, 212, 138)), office, now);
    }
}
