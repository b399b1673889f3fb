package dev.deckhand.check;

import dev.deckhand.check.pattern.DataPattern;

/** One document of a check: which object, and the part of it that matters. */
public record Expectation(Subject subject, DataPattern.Shape pattern) {}
