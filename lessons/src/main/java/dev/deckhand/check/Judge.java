package dev.deckhand.check;

import dev.deckhand.check.cel.CelEvaluator;
import dev.deckhand.check.cel.CelVariable;
import dev.deckhand.check.match.ComparisonBudget;
import dev.deckhand.check.pattern.DataPattern;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/**
 * Decides whether what was seen is what a check expects. Thread-safe.
 *
 * <p>Pure: the same evidence gives the same verdict. The session keeps track of how long a state
 * has held, and of how long to wait for it.
 */
public final class Judge {
  /** More findings than this don't help a learner. */
  private static final int MAX_FINDINGS = 5;

  private final CelEvaluator evaluator;

  public Judge(CelEvaluator evaluator) {
    this.evaluator = evaluator;
  }

  /** Judges a check. Never throws, and its cost is bounded. */
  public Verdict judge(Check check, Evidence evidence) {
    return judge(new Criteria(check.expectations(), check.count(), null, check.place()), evidence);
  }

  /** Judges the answer to a question. Never throws, and its cost is bounded. */
  public Verdict judge(Question question, Evidence evidence, String answer) {
    var criteria =
        new Criteria(
            question.expectations(), CountConstraint.ANY, answer.strip(), question.place());
    Verdict verdict = judge(criteria, evidence);
    return answer.isBlank() && !(verdict instanceof Verdict.Undecided)
        ? new Verdict.Failed(
            List.of(new Verdict.Finding("Your answer", "", "it is empty", "some text", List.of())))
        : verdict;
  }

  private Verdict judge(Criteria criteria, Evidence evidence) {
    Optional<Verdict.Undecided> blind = undecidedReason(criteria, evidence);
    if (blind.isPresent()) {
      return blind.get();
    }
    try {
      var budget = new ComparisonBudget();
      List<Verdict> verdicts =
          criteria.expectations().stream()
              .map(expectation ->
                  new ExpectationJudge(evaluator, budget, criteria, expectation, evidence)
                      .verdict())
              .toList();
      return combined(verdicts);
    } catch (ComparisonBudget.Exhausted tooMuch) {
      return new Verdict.Undecided(
          "This check asks for more comparing than can be done: the lesson's fault, not yours.",
          "Tell the author of the lesson: the check at "
              + criteria.place()
              + " names too many elements, or too deep ones.");
    }
  }

  /** One document that fails decides; else one that nobody can judge does. */
  private static Verdict combined(List<Verdict> verdicts) {
    var findings = new LinkedHashSet<Verdict.Finding>();
    Verdict undecided = new Verdict.Passed();
    for (Verdict verdict : verdicts) {
      switch (verdict) {
        case Verdict.Passed _ -> {}
        case Verdict.Failed(var some) -> findings.addAll(some);
        case Verdict.Undecided _ -> undecided = verdict;
      }
    }
    return findings.isEmpty()
        ? undecided
        : new Verdict.Failed(findings.stream().limit(MAX_FINDINGS).toList());
  }

  /** Returns why the check cannot be judged; empty if it can. */
  private Optional<Verdict.Undecided> undecidedReason(Criteria criteria, Evidence evidence) {
    return criteria.expectations().stream()
        .flatMap(expectation -> undecidedReason(expectation, evidence).stream())
        // a lab that is broken matters more than one that is late
        .min(Comparator.comparing(undecided -> undecided.reason().startsWith("Still looking")));
  }

  private List<Verdict.Undecided> undecidedReason(Expectation expectation, Evidence evidence) {
    var reasons = new ArrayList<Verdict.Undecided>();
    Subject subject = expectation.subject();
    switch (evidence.now().get(subject)) {
      case Observation.Unreachable(var why, var next) ->
          reasons.add(new Verdict.Undecided(why, next));
      case null ->
          reasons.add(
              new Verdict.Undecided(
                  "Still looking at " + subject.displayName() + ".",
                  "Wait a moment: the check runs by itself."));
      case Observation.Snapshot _ -> {}
    }
    if (usesBefore(expectation.pattern())
        && !(evidence.before().get(subject) instanceof Observation.Snapshot)) {
      reasons.add(
          new Verdict.Undecided(
              "Nobody saw " + subject.displayName() + " when the step began.",
              "Type \"reset\" to begin the step again."));
    }
    return reasons;
  }

  private boolean usesBefore(DataPattern pattern) {
    return pattern.allExpressions().stream()
        .anyMatch(one -> evaluator.references(one.source(), CelVariable.BEFORE));
  }
}
