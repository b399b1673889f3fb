package dev.deckhand.lesson.variable;

/** The value that a variable has for one learner. */
public record DrawnValue(String name, String value) {}
