package dev.deckhand.lesson.adoc.header;

import dev.deckhand.lesson.LabNeeds;
import dev.deckhand.lesson.LessonMetadata;

/**
 * The header of a lesson.
 *
 * @param id empty if the author gives none
 * @param metadata with required lessons as the author wrote them
 */
public record LessonHeader(String id, LabNeeds needs, LessonMetadata metadata) {}
