package dev.deckhand.check;

import dev.deckhand.check.diagnostic.SourcePosition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a check and a question have in common.
 *
 * @param answer null for a check
 */
record Criteria(
    List<Expectation> expectations,
    CountConstraint count,
    @Nullable String answer,
    SourcePosition place) {}
