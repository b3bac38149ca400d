package org.rongyi.city.calendar;

/// The city's calendar has no table for a year.
public class CalendarYearMissing extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int year;

    public CalendarYearMissing(int year) {
        super("no working-day table for the year (" + year + ")\nMaybe add the year to the city's calendar.yaml.");
        this.year = year;
    }

    public int year() {
        return year;
    }
}
