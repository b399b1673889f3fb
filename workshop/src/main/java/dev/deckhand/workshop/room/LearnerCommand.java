package dev.deckhand.workshop.room;

/** What a learner does beside the terminal. */
public sealed interface LearnerCommand {

  record RaiseHand() implements LearnerCommand {}

  record LowerHand() implements LearnerCommand {}

  /** Lets the instructor look, as far as was asked. */
  record AllowLook() implements LearnerCommand {}

  /** Says no, or takes the leave back. */
  record DenyLook() implements LearnerCommand {}

  /** Leaves for good. */
  record Leave() implements LearnerCommand {}
}
