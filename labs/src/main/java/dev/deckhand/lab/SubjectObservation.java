package dev.deckhand.lab;

import dev.deckhand.check.Observation;
import dev.deckhand.check.Subject;

/** A subject and its observation. */
public record SubjectObservation(Subject subject, Observation observation) {}
