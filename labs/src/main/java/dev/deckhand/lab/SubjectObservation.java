package dev.deckhand.lab;

import dev.deckhand.check.Observation;
import dev.deckhand.check.Subject;

/** What a watch saw of a subject. */
public record SubjectObservation(Subject subject, Observation observation) {}
