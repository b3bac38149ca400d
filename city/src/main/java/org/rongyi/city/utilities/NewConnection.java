package org.rongyi.city.utilities;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a firm asks for.
///
/// @param key of the form: sent twice it is one application
/// @param area code of the place
/// @param wanted utility to element to value, as the element types it
public record NewConnection(
        UUID key,
        String address,
        String area,
        String contact,
        String phone,
        @Nullable LocalDate wantedOn,
        Map<String, Map<String, Object>> wanted) {
    public static final int LONGEST_ADDRESS = 200;
    public static final int LONGEST_CONTACT = 50;
    public static final int LONGEST_PHONE = 30;

    /// What is signed at the place has one line a thing: nobody writes a line of it in an address.
    public NewConnection {
        address = plain(address);
        contact = plain(contact);
        phone = plain(phone);
    }

    private static String plain(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ").strip();
    }
}
