package dev.deckhand.check;

/** One document of a check: which object, and the part of it that matters. */
public record Expectation(Subject subject, Pattern.Shape pattern) {}
