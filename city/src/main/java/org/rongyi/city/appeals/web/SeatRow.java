package org.rongyi.city.appeals.web;

/// One line of a seat's list, in the language of the page.
///
/// @param urgent it cannot wait
public record SeatRow(String number, String title, String unit, String since, String note, boolean urgent) {
    SeatRow(String number, String title, String unit, String since, String note) {
        this(number, title, unit, since, note, false);
    }
}
