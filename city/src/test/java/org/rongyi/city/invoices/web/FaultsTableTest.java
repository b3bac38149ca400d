package org.rongyi.city.invoices.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UnsupportedEncodingException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.identity.Mandate;
import org.rongyi.city.identity.Mandate.Capacity;
import org.rongyi.city.identity.Mandate.Purpose;
import org.rongyi.city.identity.Person;
import org.rongyi.city.identity.TestFirms;
import org.rongyi.city.invoices.InvoiceUploads;
import org.rongyi.city.ui.TestPages;
import org.rongyi.city.vocabulary.CreditCode;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.ui.ConcurrentModel;

/// The table of what is wrong with an upload, however much that is.
class FaultsTableTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final int FAULTY = 450;

    private final CreditCode firm = new TestFirms().next();
    private final List<Integer> limits = new ArrayList<>();

    /// An upload in which every third file is to be seen to.
    private final class Many implements InvoiceUploads {
        @Override
        public Sending send(Acting by, List<Sent> files) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<Upload> find(CreditCode of, long upload) {
            return Optional.of(
                    new Upload(upload, "a.zip", 3 * FAULTY, 0, 0, 0, FAULTY, 0, "owner", Instant.EPOCH, Instant.EPOCH));
        }

        @Override
        public List<Upload> latest(CreditCode of, int limit) {
            return List.of();
        }

        @Override
        public List<Item> toSeeTo(CreditCode of, long upload, int offset, int limit) {
            throw new UnsupportedOperationException("an offset reads what lies before it again");
        }

        @Override
        public List<Item> toSeeToBehind(CreditCode of, long upload, int place, int limit) {
            limits.add(limit);
            return IntStream.rangeClosed(1, FAULTY)
                    .map(i -> 3 * i)
                    .filter(each -> each > place)
                    .limit(limit)
                    .mapToObj(each -> new Item(each, each + ".xml", "", List.of()))
                    .toList();
        }

        @Override
        public Optional<Pair> pair(CreditCode of, long upload, int place) {
            return Optional.empty();
        }
    }

    @Test
    void isReadAFewHundredFilesAtATimeAndHoldsEachOnce() throws UnsupportedEncodingException {
        Mandate mandate = new Mandate(1, firm, "owner", Capacity.OWNER, Set.of(Purpose.VIEW), TODAY, "市监");
        Acting owner = new Acting(new Person("owner", "某业主", "", Set.of()), mandate);
        MockHttpServletResponse response = new MockHttpServletResponse();
        assertThat(new UploadPages(new Many()).csv(owner, TestPages.chinese(TODAY), 7, response, new ConcurrentModel()))
                .as("the table is the answer")
                .isNull();
        assertThat(response.getContentAsString().lines().skip(1).map(line -> line.substring(0, line.indexOf(','))))
                .containsExactlyElementsOf(IntStream.rangeClosed(1, FAULTY)
                        .mapToObj(i -> 3 * i + ".xml")
                        .toList());
        assertThat(limits).allMatch(limit -> limit <= 200).hasSizeGreaterThan(2);
    }
}
