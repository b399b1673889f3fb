package dev.deckhand.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Tells whether what was seen is what was expected. Safe for use by several threads.
 *
 * <p>Pure: the same evidence gives the same verdict. How long a state has held, and how long one
 * waits for it, is the session's business.
 */
public final class Judge {
  /** Findings beyond this do not help a learner. */
  private static final int MOST_FINDINGS = 5;

  private final Expressions expressions;

  public Judge(Expressions expressions) {
    this.expressions = expressions;
  }

  /** Judges a check; never throws, and ends. */
  public Verdict judge(Check check, Evidence evidence) {
    return judge(
        new Demand(check.expectations(), check.absent(), check.count(), null, check.place()),
        evidence);
  }

  /** Judges what was typed in answer to a question; never throws, and ends. */
  public Verdict judge(Question question, Evidence evidence, String answer) {
    var demand =
        new Demand(question.expectations(), false, Count.ANY, answer.strip(), question.place());
    Verdict verdict = judge(demand, evidence);
    return answer.isBlank() && !(verdict instanceof Verdict.Undecided)
        ? new Verdict.Failed(
            List.of(new Verdict.Finding("Your answer", "", "it is empty", "some text", List.of())))
        : verdict;
  }

  private Verdict judge(Demand demand, Evidence evidence) {
    Optional<Verdict.Undecided> blind = blind(demand, evidence);
    if (blind.isPresent()) {
      return blind.get();
    }
    try {
      var effort = new Effort();
      var findings = new ArrayList<Verdict.Finding>();
      for (Expectation expectation : demand.expectations()) {
        findings.addAll(new Hearing(expressions, effort, demand, expectation, evidence).findings());
      }
      List<Verdict.Finding> first = findings.stream().distinct().limit(MOST_FINDINGS).toList();
      return first.isEmpty() ? new Verdict.Passed() : new Verdict.Failed(first);
    } catch (Effort.Exhausted tooMuch) {
      return new Verdict.Undecided(
          "This check asks for more comparing than can be done: the lesson's fault, not yours.",
          "Tell the author of the lesson: the check at "
              + demand.place()
              + " names too many elements, or too deep ones.");
    }
  }

  /** Returns why nobody can judge, if nobody can: rather that than blame the learner. */
  private Optional<Verdict.Undecided> blind(Demand demand, Evidence evidence) {
    return demand.expectations().stream()
        .flatMap(expectation -> blind(expectation, evidence).stream())
        // what is broken is more to the point than what is only late
        .min(Comparator.comparing(undecided -> undecided.why().startsWith("Still looking")));
  }

  private List<Verdict.Undecided> blind(Expectation expectation, Evidence evidence) {
    var reasons = new ArrayList<Verdict.Undecided>();
    Subject subject = expectation.subject();
    switch (evidence.now().get(subject)) {
      case Observation.Unreachable(var why, var next) ->
          reasons.add(new Verdict.Undecided(why, next));
      case null ->
          reasons.add(
              new Verdict.Undecided(
                  "Still looking at " + subject.spoken() + ".",
                  "Wait a moment: the check runs by itself."));
      case Observation.Seen _ -> {}
    }
    if (speaksOfBefore(expectation.pattern())
        && !(evidence.before().get(subject) instanceof Observation.Seen)) {
      reasons.add(
          new Verdict.Undecided(
              "Nobody saw " + subject.spoken() + " when the step began.",
              "Type \"reset\" to begin the step again."));
    }
    return reasons;
  }

  private boolean speaksOfBefore(Pattern pattern) {
    return pattern.allExpressions().stream()
        .anyMatch(one -> expressions.mentions(one.source(), Variable.BEFORE));
  }
}
