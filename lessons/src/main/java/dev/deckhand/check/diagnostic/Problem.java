package dev.deckhand.check.diagnostic;

/**
 * Something that an author got wrong, without its position.
 *
 * @param message what is wrong, in a sentence
 * @param remedy what to do about it, in a sentence
 */
public record Problem(String message, String remedy) {}
