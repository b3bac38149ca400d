package org.rongyi.seals;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/// The command line: `verify` tells whether a document may be believed, `bench` how fast documents are made.
public final class Main {
    private static final int VALID = 0;
    private static final int INVALID = 1;
    private static final int NOT_READABLE = 2;
    private static final String HELP = """
            ./rongyi verify FILE… --trust DIR    may this sealed document be believed?
                FILE          OFD, PDF or SD-JWT
                --trust DIR   roots (*.cer) and lists of what was revoked (*.crl) that you believe;
                              a city offers both on its verification page
                --on DATE     whether it counts on another day than today, such as 2031-11-22
            Prints each check. Exit code: 0 valid, 1 not valid, 2 not readable.

            ./rongyi bench seals [--count N] [--json FILE]    sealed licences a second, and their size
            """;

    /// The trust knows who may seal, not who is an office.
    private static final String WHOSE = "企业也能盖章：是不是证照，看盖章的是不是发证机关。"
            + " Firms seal, too: it is a licence only if an office that issues them has sealed it.";

    /// Each cut font would be told to have no names for its letters, which nobody asks for. Held, or it is
    /// forgotten.
    private static final Logger FONTS = Logger.getLogger("org.apache.fontbox.ttf.PostScriptTable");

    private final PrintStream out;
    private final PrintStream err;

    private Main(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    public static void main(String[] args) {
        FONTS.setLevel(Level.SEVERE);
        System.exit(run(
                List.of(args),
                new PrintStream(System.out, true, StandardCharsets.UTF_8),
                new PrintStream(System.err, true, StandardCharsets.UTF_8)));
    }

    static int run(List<String> args, PrintStream out, PrintStream err) {
        return new Main(out, err).run(args);
    }

    private int run(List<String> args) {
        String command = args.isEmpty() ? "help" : args.getFirst();
        List<String> rest = args.isEmpty() ? args : args.subList(1, args.size());
        if (rest.contains("-h") || rest.contains("--help")) {
            out.print(HELP);
            return VALID;
        }
        return switch (command) {
            case "verify" -> verify(rest);
            case "bench" -> bench(rest);
            case "help" -> {
                out.print(HELP);
                yield VALID;
            }
            default -> refuse("there is no command (" + command + ")", "Maybe see ./rongyi verify --help");
        };
    }

    private int refuse(String what, String maybe) {
        err.println("rongyi: " + what + ".");
        err.println(maybe);
        return NOT_READABLE;
    }

    private int verify(List<String> args) {
        List<Path> files = new ArrayList<>();
        Path trust = null;
        LocalDate day = null;
        for (int i = 0; i < args.size(); i++) {
            String word = args.get(i);
            if (word.equals("--trust") && i + 1 < args.size()) {
                trust = Path.of(args.get(++i));
            } else if (word.equals("--on") && i + 1 < args.size()) {
                day = day(args.get(++i)).orElse(null);
                if (day == null) {
                    return refuse("(" + args.get(i) + ") is no date", "Maybe write it as 2031-11-22.");
                }
            } else if (word.startsWith("-")) {
                return refuse("verify does not know (" + word + ")", "Maybe see ./rongyi verify --help");
            } else {
                files.add(Path.of(word));
            }
        }
        if (files.isEmpty() || trust == null) {
            return refuse("verify needs a file and --trust DIR", "Maybe see ./rongyi verify --help");
        }
        Verifier verifier;
        try {
            Trust read = Trust.read(trust);
            if (read.roots().isEmpty()) {
                return refuse("there is no root (*.cer) in (" + trust + ")", "Maybe the city's page has one.");
            }
            verifier = new Verifier(read, Clock.systemUTC(), day);
        } catch (IOException | IllegalArgumentException unreadable) {
            return refuse("(" + trust + ") cannot be read: " + unreadable, "Maybe name another folder.");
        }
        int code = VALID;
        for (Path file : files) {
            code = Math.max(code, verify(file, verifier));
        }
        return code;
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException wrong) {
            return Optional.empty();
        }
    }

    private int verify(Path file, Verifier verifier) {
        try {
            return new Telling(out).tell(file.toString(), verifier.verify(Files.readAllBytes(file)));
        } catch (IOException unreadable) {
            return refuse("(" + file + ") cannot be read", "Maybe it lies elsewhere.");
        }
    }

    private int bench(List<String> args) {
        List<String> words = new ArrayList<>(args);
        words.remove("seals");
        Path json = null;
        int count = Bench.USUAL;
        for (int i = 0; i < words.size(); i += 2) {
            String value = i + 1 < words.size() ? words.get(i + 1) : "";
            if (words.get(i).equals("--json") && !value.isEmpty()) {
                json = Path.of(value);
            } else if (words.get(i).equals("--count") && value.matches("[1-9][0-9]{0,5}")) {
                count = Integer.parseInt(value);
            } else {
                return refuse("bench seals does not take (" + words.get(i) + " " + value + ")", "Maybe see --help");
            }
        }
        return bench(count, json);
    }

    private int bench(int count, @Nullable Path json) {
        Bench.Figures figures = new Bench(count).run();
        out.print(figures.words());
        try {
            if (json != null) {
                Files.writeString(json, figures.json());
            }
            return VALID;
        } catch (IOException refused) {
            return refuse("(" + json + ") cannot be written", "Maybe name another file.");
        }
    }

    /// Says a verdict in words.
    private record Telling(PrintStream out) {
        int tell(String file, Verdict verdict) {
            return switch (verdict) {
                case Verdict.NotReadable not -> {
                    out.println("无法验证 NOT READABLE  " + file);
                    out.println("  ✗ " + not.why().zh() + " " + not.why().en() + detail(not.detail()));
                    yield NOT_READABLE;
                }
                case Verdict.Judged judged -> {
                    out.println((judged.valid() ? "有效 VALID  " : "无效 NOT VALID  ") + file);
                    for (Verdict.Answer answer : judged.answers()) {
                        out.println("  " + (answer.holds() ? "✓ " : "✗ ")
                                + answer.check().zh(answer.holds()) + "  "
                                + answer.check().en(answer.holds()) + detail(answer.detail()));
                    }
                    for (Verdict.SealUse use : judged.uses()) {
                        String seal = use.sealId().isEmpty() ? "" : use.sealName() + " (" + use.sealId() + "), ";
                        out.println("  " + (judged.valid() ? "签章 Sealed: " : "自称 It claims: ") + seal + use.signer()
                                + ", " + use.at());
                    }
                    if (judged.valid()) {
                        out.println("  " + WHOSE);
                    }
                    yield judged.valid() ? VALID : INVALID;
                }
            };
        }

        private static String detail(String detail) {
            return detail.isEmpty() ? "" : "  [" + detail.replaceAll("\\p{Cntrl}", "?") + "]";
        }
    }
}
