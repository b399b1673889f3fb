package dev.deckhand.check;

import dev.deckhand.check.Verdict.Finding;
import dev.deckhand.check.cel.CelEvaluator;
import dev.deckhand.check.cel.EvaluationContext;
import dev.deckhand.check.match.ComparisonBudget;
import dev.deckhand.check.match.MismatchCollector;
import dev.deckhand.check.match.PatternMatcher;
import dev.deckhand.check.pattern.DataNode;
import dev.deckhand.check.pattern.DataPattern;
import dev.deckhand.check.pattern.FieldPath;
import dev.deckhand.check.pattern.Mismatch;
import dev.deckhand.check.pattern.ValueFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Judges one document of a check against the objects that were seen. */
final class ExpectationJudge {
  /** Mismatches counted for each object to find the nearest one. */
  private static final int MAX_MISMATCHES = 50;

  /** Objects searched for the nearest one. */
  private static final int MAX_CANDIDATES = 100;

  private final CelEvaluator evaluator;
  private final ComparisonBudget budget;
  private final Criteria criteria;
  private final Expectation expectation;
  private final List<DataNode> objects;
  private final DataNode before;
  private final StatusFreshness freshness;
  private final Optional<RolloutCompleteness> rollout;

  ExpectationJudge(
      CelEvaluator evaluator,
      ComparisonBudget budget,
      Criteria criteria,
      Expectation expectation,
      Evidence evidence) {
    this.evaluator = evaluator;
    this.budget = budget;
    this.criteria = criteria;
    this.expectation = expectation;
    this.objects = objectsOf(evidence.now().get(expectation.subject()));
    this.before =
        before(expectation.subject(), objectsOf(evidence.before().get(expectation.subject())));
    this.freshness = new StatusFreshness(expectation.pattern());
    this.rollout = RolloutCompleteness.of(expectation);
  }

  private static List<DataNode> objectsOf(
      @org.jspecify.annotations.Nullable Observation observation) {
    return observation instanceof Observation.Snapshot(var objects) ? objects : List.of();
  }

  private static DataNode before(Subject subject, List<DataNode> objects) {
    if (subject.name() == null) {
      return new DataNode.Items(objects);
    }
    return objects.isEmpty() ? new DataNode.Absent() : objects.getFirst();
  }

  Verdict verdict() {
    return isNamed() && expectation.subject().isObject() && criteria.count().isAbsent()
        ? verdictOnExistence()
        : verdictOnMatches();
  }

  private boolean isNamed() {
    return expectation.subject().name() != null;
  }

  private Verdict verdictOnExistence() {
    if (objects.isEmpty()) {
      return new Verdict.Passed();
    }
    boolean leaving =
        !(objects.getFirst().at("metadata", "deletionTimestamp") instanceof DataNode.Absent);
    return new Verdict.Failed(
        List.of(
            objectFinding(
                leaving ? "is being deleted, but is still there" : "exists", "not to exist")));
  }

  /**
   * Counts the objects that match. Some may match or not, as their status will show: the check
   * passes if it does either way.
   */
  private Verdict verdictOnMatches() {
    List<Assessment> all = objects.stream().map(one -> new Assessment(one, fit(one))).toList();
    List<DataNode> matching = with(all, EnumSet.of(Fit.MATCHES));
    List<DataNode> rolling = with(all, EnumSet.of(Fit.ROLLING_OUT));
    List<DataNode> stale = with(all, EnumSet.of(Fit.STALE_MATCH, Fit.STALE));
    int least = matching.size();
    int most = least + stale.size() + rolling.size();
    CountConstraint count =
        isNamed() && !criteria.count().isAbsent() ? CountConstraint.ANY : criteria.count();
    if (IntStream.rangeClosed(least, most).allMatch(count::allows)) {
      return new Verdict.Passed();
    }
    boolean isOpen = IntStream.rangeClosed(least, most).anyMatch(count::allows);
    // too few even if all that look right are right: then say what does not
    boolean isTooFew = count.needsMoreThan(most - with(all, EnumSet.of(Fit.STALE)).size());
    if (isOpen && !isTooFew) {
      return stale.isEmpty()
          ? new Verdict.Failed(findings(rolling.getFirst(), List.of()))
          : staleVerdict(stale.getFirst());
    }
    List<DataNode> others = with(all, EnumSet.complementOf(EnumSet.of(Fit.MATCHES)));
    return new Verdict.Failed(findingsAmongObjects(matching, others, count));
  }

  private static List<DataNode> with(List<Assessment> all, Set<Fit> fits) {
    return all.stream().filter(one -> fits.contains(one.fit)).map(Assessment::object).toList();
  }

  private Verdict staleVerdict(DataNode object) {
    return new Verdict.Undecided(
        "The status of "
            + ObjectDisplayName.withKind(expectation.subject(), object)
            + " is from before its last change.",
        "Wait a moment: the check runs by itself.");
  }

  private List<Finding> findingsAmongObjects(
      List<DataNode> matching, List<DataNode> others, CountConstraint count) {
    if (count.isAbsent()) {
      return List.of(unwantedMatchFinding(matching));
    }
    if (objects.isEmpty()) {
      return List.of(noObjectFinding(count));
    }
    var findings = new ArrayList<Finding>();
    if (!matching.isEmpty() || !count.equals(CountConstraint.ANY)) {
      findings.add(objectFinding(matchCountText(matching), count + " like that"));
    }
    if (count.needsMoreThan(matching.size())) {
      // say why the nearest of the others doesn't count
      findings.addAll(findingsOfNearest(others));
    }
    return findings;
  }

  private Finding unwantedMatchFinding(List<DataNode> matching) {
    Subject subject = expectation.subject();
    return subject.isObject()
        ? objectFinding(names(matching), "none like that")
        : subject instanceof Subject.WorkspaceFile
            ? objectFinding("it is there, and like that", "no such file")
            : objectFinding("it says so", "something else");
  }

  private Finding noObjectFinding(CountConstraint countConstraint) {
    if (expectation.subject() instanceof Subject.Execution) {
      return objectFinding("it cannot be run", "to run");
    }
    return isNamed()
        ? objectFinding("does not exist", "to exist")
        : objectFinding("there is none", countConstraint.toString());
  }

  private String matchCountText(List<DataNode> matching) {
    return matching.size()
        + " of "
        + objects.size()
        + (matching.isEmpty() ? " match" : matching.size() == 1 ? " matches: " : " match: ")
        + (matching.isEmpty() ? "" : names(matching));
  }

  private Fit fit(DataNode object) {
    boolean matches = matches(expectation.pattern(), object);
    if (freshness.isStale(object)) {
      return matches
          ? Fit.STALE_MATCH
          : matches(freshness.withoutStatus(), object) ? Fit.STALE : Fit.DIFFERS;
    }
    return !matches
        ? Fit.DIFFERS
        : missingInRollout(object).isPresent() ? Fit.ROLLING_OUT : Fit.MATCHES;
  }

  private Optional<Mismatch> missingInRollout(DataNode object) {
    return rollout.flatMap(rule -> rule.missing(object));
  }

  private boolean matches(DataPattern.Shape pattern, DataNode object) {
    return comparison(object).matches(pattern, object, FieldPath.ROOT);
  }

  private List<Finding> findingsOfNearest(List<DataNode> others) {
    record Try(DataNode object, List<Mismatch> mismatches) {}
    Optional<Finding> unseen = others.stream().findFirst().flatMap(this::unavailableFinding);
    if (unseen.isPresent()) {
      return List.of(unseen.get());
    }
    return others.stream()
        .limit(MAX_CANDIDATES)
        .map(object -> new Try(object, mismatches(object)))
        .min(Comparator.comparingInt(attempt -> attempt.mismatches().size()))
        .map(attempt -> findings(attempt.object(), attempt.mismatches()))
        .orElse(List.of());
  }

  /** If nobody answers or a file is missing, its fields need no findings of their own. */
  private Optional<Finding> unavailableFinding(DataNode object) {
    if (expectation.subject() instanceof Subject.HttpAnswer
        && object.at("error") instanceof DataNode.Text) {
      return Optional.of(objectFinding("nobody answers", "an answer"));
    }
    if (expectation.subject() instanceof Subject.WorkspaceFile && differsInExisting(object)) {
      return Optional.of(
          object.at("exists").equals(new DataNode.Flag(true))
              ? objectFinding("exists", "not to exist")
              : objectFinding("does not exist", "to exist"));
    }
    return Optional.empty();
  }

  private boolean differsInExisting(DataNode file) {
    return expectation.pattern().fields().get("exists")
            instanceof DataPattern.Scalar(DataNode.Flag wanted, _)
        && !file.at("exists").equals(wanted);
  }

  private List<Mismatch> mismatches(DataNode object) {
    var found = new MismatchCollector(MAX_MISMATCHES);
    comparison(object).compare(expectation.pattern(), object, FieldPath.ROOT, found);
    return found.all();
  }

  private PatternMatcher comparison(DataNode object) {
    boolean isCustom =
        expectation.subject() instanceof Subject.KubernetesObject kubernetes
            && !kubernetes.isBuiltIn();
    return new PatternMatcher(
        evaluator,
        budget,
        new EvaluationContext(object, object, before, criteria.answer()),
        !isCustom);
  }

  /** Returns the mismatches of an object; if there is none, what its roll-out lacks. */
  private List<Finding> findings(DataNode object, List<Mismatch> mismatches) {
    String subject = ObjectDisplayName.withKind(expectation.subject(), object);
    return Stream.concat(
            mismatches.stream(),
            mismatches.isEmpty() ? missingInRollout(object).stream() : Stream.of())
        .sorted(Comparator.comparingInt(Mismatch::rank))
        .map(mismatch ->
            mismatch.isAboutAnswer()
                ? answerFinding(mismatch)
                : new Finding(
                    subject,
                    mismatch.path().toString(),
                    mismatch.actual(),
                    mismatch.expected(),
                    List.of()))
        .toList();
  }

  private Finding answerFinding(Mismatch mismatch) {
    String typed = "\"" + ValueFormatter.abbreviate(String.valueOf(criteria.answer())) + "\"";
    return new Finding(
        "Your answer",
        "",
        mismatch.actual().isEmpty() ? typed : typed + ": " + mismatch.actual(),
        "what " + expectation.subject().displayName() + " shows now",
        List.of());
  }

  private Finding objectFinding(String actual, String expected) {
    return new Finding(expectation.subject().displayName(), "", actual, expected, List.of());
  }

  private static String names(List<DataNode> objects) {
    String some =
        objects.stream().limit(3).map(ObjectDisplayName::of).collect(Collectors.joining(", "));
    return ValueFormatter.abbreviate(
        objects.size() > 3 ? some + " and " + (objects.size() - 3) + " more" : some);
  }

  private record Assessment(DataNode object, Fit fit) {}

  /** How an object compares with the pattern. */
  private enum Fit {
    MATCHES,
    DIFFERS,
    /** It matches, but its roll-out is not complete. */
    ROLLING_OUT,
    /** It matches with a status that is out of date. */
    STALE_MATCH,
    /** It would match with another status, and the present one is out of date. */
    STALE
  }
}
