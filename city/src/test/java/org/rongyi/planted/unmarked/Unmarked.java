package org.rongyi.planted.unmarked;

/// Its package says nothing about null.
public class Unmarked {}
