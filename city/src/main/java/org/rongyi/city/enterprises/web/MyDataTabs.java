package org.rongyi.city.enterprises.web;

/// What stands above each of the pages about a firm's data: its name, and how much there is of what.
public record MyDataTabs(String firm, int known, int missing, int contests, int looks) {}
