package dev.deckhand.check.document;

import dev.deckhand.check.Check;
import dev.deckhand.check.Count;
import java.time.Duration;

/** What the attributes and options of a check block say. */
record Settings(
    Check.Role role,
    Duration within,
    Duration hold,
    boolean absent,
    Count count,
    int weight,
    boolean hidden) {}
