package org.rongyi.city.invoices;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.rongyi.city.identity.FirmNames;
import org.rongyi.city.ui.CityWords;
import org.rongyi.city.vocabulary.CityFolder;
import org.rongyi.city.vocabulary.CreditCode;
import org.rongyi.invoices.Invoice.Party;
import org.rongyi.invoices.cn.InventedInvoice;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Invoices of a demo, out of the city's `invoices/demo.csv`, for firms that have sent none: counted back from today,
/// sent through the same door as by a person, so that one with a wrong rate stands among the refused. Every one says
/// that it is invented. In the background: the city is open already.
@Component
class DemoInvoices {
    private static final Logger LOG = LoggerFactory.getLogger(DemoInvoices.class);
    private static final String FILE = "invoices/demo.csv";
    private static final String NAME = "虚构的发票（演示）";
    private static final int COLUMNS = 9;
    /// Numbers that none of the tests and measurements gives.
    private static final long FIRST_NUMBER = 9_000_000_001L;

    private final CityFolder folder;
    private final KeptUploads uploads;
    private final FirmNames names;
    private final CityWords city;
    private final Clock clock;
    private final boolean wanted;

    DemoInvoices(
            CityFolder folder,
            KeptUploads uploads,
            FirmNames names,
            CityWords city,
            Clock clock,
            @Value("${rongyi.demo.size:0}") long size,
            @Value("${rongyi.demo.invoices:true}") boolean invoicesToo,
            @Value("${rongyi.command:}") String command) {
        this.folder = folder;
        this.uploads = uploads;
        this.names = names;
        this.city = city;
        this.clock = clock;
        this.wanted = size > 0 && invoicesToo && command.isEmpty();
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        Path file = folder.resolve(FILE);
        if (wanted && Files.exists(file)) {
            Thread.ofPlatform()
                    .daemon()
                    .name("demo-invoices")
                    .priority(Thread.MIN_PRIORITY)
                    .uncaughtExceptionHandler((_, failed) -> LOG.warn("The demo has no invoices", failed))
                    .start(() -> fill(file));
        }
    }

    void fill(Path file) {
        Map<CreditCode, List<InvoiceUploads.Sent>> files = new LinkedHashMap<>();
        long number = FIRST_NUMBER;
        for (String[] cells : read(file)) {
            CreditCode firm = new CreditCode(cells[1]);
            files.computeIfAbsent(firm, _ -> new ArrayList<>()).add(written(firm, cells, number));
            number++;
        }
        files.forEach((firm, sent) -> {
            if (uploads.latest(firm, 1).isEmpty()) {
                uploads.send(firm, "demo", "FOLDER", sent);
            }
        });
    }

    private static List<String[]> read(Path file) {
        try {
            return Files.readAllLines(file, StandardCharsets.UTF_8).stream()
                    .map(line -> line.split(",", -1))
                    .filter(cells -> cells.length == COLUMNS && cells[0].matches("\\d+"))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private InvoiceUploads.Sent written(CreditCode firm, String[] cells, long number) {
        LocalDate day = city.today(clock).minusDays(Long.parseLong(cells[0]));
        Party own = new Party(names.nameOf(firm).orElse(firm.value()), firm.value());
        Party other = new Party(cells[3], cells[4]);
        boolean sold = Direction.valueOf(cells[2]) == Direction.OUT;
        InventedInvoice.Item item = new InventedInvoice.Item(
                cells[5], new BigDecimal(cells[6]), new BigDecimal(cells[7]), new BigDecimal(cells[8]));
        byte[] file = InventedInvoice.write(
                String.format(Locale.ROOT, "%02d51%016d", day.getYear() % 100, number),
                day,
                sold ? own : other,
                sold ? other : own,
                List.of(item));
        return new InvoiceUploads.Sent(NAME + number % 100 + ".xml", file);
    }
}
