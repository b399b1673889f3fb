package dev.deckhand.lesson;

/** Whether a lesson can share its cluster. */
public enum Tenancy implements Keyword {
  /** It can't: it creates objects anywhere in the cluster. */
  OWN,
  /** With other lessons: it stays in its namespace, and one learner at a time takes it. */
  LESSONS,
  /**
   * With other learners, too: in each learner's copy, the namespace has another name. It needs no
   * more than what the learners of a class may use.
   */
  SHARED
}
