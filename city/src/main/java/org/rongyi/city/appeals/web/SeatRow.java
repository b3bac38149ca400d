package org.rongyi.city.appeals.web;

/// One line of a seat's list, in the language of the page.
public record SeatRow(String number, String title, String unit, String since, String note) {}
