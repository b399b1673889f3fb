package dev.deckhand.shell.grade;

import dev.deckhand.shell.step.StepTimeline;

/**
 * What the outcomes of a step's tasks are based on.
 *
 * @param step counted from 1
 */
public record StepEvidence(int step, StepTimeline timeline) {}
