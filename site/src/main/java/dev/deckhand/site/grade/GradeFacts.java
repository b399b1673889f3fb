package dev.deckhand.site.grade;

import java.time.Instant;

/**
 * What a grade's document says beside the grade.
 *
 * @param graded when it was graded
 * @param version the grader's version
 * @param lessonDigest of the graded lesson; empty if unknown
 * @param submissionDigest of what was handed in; empty if unknown
 * @param seed from which the learner's names and numbers were drawn; empty if none were
 * @param printed the end of what the submission printed; empty if nothing
 */
public record GradeFacts(
    Instant graded,
    String version,
    String lessonDigest,
    String submissionDigest,
    String seed,
    String printed) {}
