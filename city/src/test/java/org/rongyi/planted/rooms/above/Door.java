package org.rongyi.planted.rooms.above;

/// A door that the room below must not use.
public record Door(String name) {}
