package dev.deckhand.check;

/** stub until the branch with the real one is merged. */
public final class Judge {
  public Verdict judge(Check check, Evidence evidence) {
    return new Verdict.Undecided("", "");
  }

  public Verdict judge(Question question, Evidence evidence, String answer) {
    return new Verdict.Undecided("", "");
  }
}
