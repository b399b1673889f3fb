package dev.deckhand.workshop.web.view;

/**
 * Something that a page is told.
 *
 * @param data JSON on one line
 */
public record ViewEvent(String name, String data) {}
