package dev.deckhand.check.document;

import dev.deckhand.check.Check;
import dev.deckhand.check.CountConstraint;
import java.time.Duration;

/** What the attributes and options of a check block say. */
record CheckSettings(
    Check.Role role,
    Duration within,
    Duration hold,
    boolean absent,
    CountConstraint count,
    int weight,
    boolean hidden) {}
