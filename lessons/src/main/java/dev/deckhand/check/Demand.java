package dev.deckhand.check;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a check and a question have in common.
 *
 * @param answer null for a check
 */
record Demand(
    List<Expectation> expectations,
    boolean absent,
    Count count,
    @Nullable String answer,
    Place place) {}
