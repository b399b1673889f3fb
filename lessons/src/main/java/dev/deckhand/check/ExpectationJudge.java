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
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Judges one document of a check against the objects that were seen. */
final class ExpectationJudge {
  /** How many mismatches of an object are counted to find the nearest. */
  private static final int MAX_MISMATCHES = 50;

  /** Among how many objects the nearest is looked for. */
  private static final int MAX_CANDIDATES = 100;

  private final CelEvaluator celEvaluator;
  private final ComparisonBudget budget;
  private final Criteria criteria;
  private final Expectation expectation;
  private final List<DataNode> objects;
  private final DataNode before;

  ExpectationJudge(
      CelEvaluator celEvaluator,
      ComparisonBudget comparisonBudget,
      Criteria criteria,
      Expectation expectation,
      Evidence evidence) {
    this.celEvaluator = celEvaluator;
    this.budget = comparisonBudget;
    this.criteria = criteria;
    this.expectation = expectation;
    this.objects = objectsOf(evidence.now().get(expectation.subject()));
    this.before =
        before(expectation.subject(), objectsOf(evidence.before().get(expectation.subject())));
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

  /** Returns what is not as expected; empty if all is. */
  List<Finding> findings() {
    return isNamed() && isObject() && criteria.absent()
        ? findingsIfPresent()
        : findingsAmongObjects();
  }

  private boolean isNamed() {
    return expectation.subject().name() != null;
  }

  /** Whether it is there or not; an address or a command always is, and says something or other. */
  private boolean isObject() {
    return switch (expectation.subject()) {
      case Subject.KubernetesObject _,
          Subject.DockerObject _,
          Subject.HelmRelease _,
          Subject.JavaVariable _ ->
          true;
      case Subject.HttpAnswer _, Subject.Execution _, Subject.WorkspaceFile _ -> false;
    };
  }

  private List<Finding> findingsIfPresent() {
    if (objects.isEmpty()) {
      return List.of();
    }
    boolean leaving =
        !(objects.getFirst().at("metadata", "deletionTimestamp") instanceof DataNode.Absent);
    return List.of(
        objectFinding(leaving ? "is being deleted, but is still there" : "exists", "not to exist"));
  }

  private List<Finding> findingsAmongObjects() {
    var sorted = objects.stream().collect(Collectors.partitioningBy(this::matches));
    List<DataNode> matching = sorted.getOrDefault(true, List.of());
    List<DataNode> others = sorted.getOrDefault(false, List.of());
    if (criteria.absent()) {
      return matching.isEmpty() ? List.of() : List.of(unwantedMatchFinding(matching));
    }
    CountConstraint countConstraint = isNamed() ? CountConstraint.ANY : criteria.count();
    if (countConstraint.allows(matching.size())) {
      return List.of();
    }
    if (objects.isEmpty()) {
      return List.of(noObjectFinding(countConstraint));
    }
    var findings = new ArrayList<Finding>();
    if (!matching.isEmpty() || !countConstraint.equals(CountConstraint.ANY)) {
      findings.add(objectFinding(matchCountText(matching), countConstraint + " like that"));
    }
    if (!tooMany(countConstraint, matching.size())) {
      // say what keeps the nearest of the others from counting
      findings.addAll(findingsOfNearest(others));
    }
    return findings;
  }

  private Finding unwantedMatchFinding(List<DataNode> matching) {
    return switch (expectation.subject()) {
      case Subject.WorkspaceFile _ -> objectFinding("it is there, and like that", "no such file");
      case Subject.HttpAnswer _, Subject.Execution _ ->
          objectFinding("it says so", "something else");
      case Subject.KubernetesObject _,
          Subject.DockerObject _,
          Subject.HelmRelease _,
          Subject.JavaVariable _ ->
          objectFinding(names(matching), "none like that");
    };
  }

  private Finding noObjectFinding(CountConstraint countConstraint) {
    if (expectation.subject() instanceof Subject.Execution) {
      return objectFinding("it cannot be run", "to run");
    }
    return isNamed()
        ? objectFinding("does not exist", "to exist")
        : objectFinding("there is none", countConstraint.toString());
  }

  private static boolean tooMany(CountConstraint countConstraint, int matching) {
    return switch (countConstraint.relation()) {
      case EXACTLY, AT_MOST -> matching > countConstraint.number();
      case LESS_THAN -> matching >= countConstraint.number();
      case AT_LEAST, MORE_THAN -> false;
    };
  }

  private String matchCountText(List<DataNode> matching) {
    return matching.size()
        + " of "
        + objects.size()
        + (matching.isEmpty() ? " match" : matching.size() == 1 ? " matches: " : " match: ")
        + (matching.isEmpty() ? "" : names(matching));
  }

  private boolean matches(DataNode object) {
    return !hasStaleStatus(object)
        && comparison(object).matches(expectation.pattern(), object, FieldPath.ROOT);
  }

  private boolean hasStaleStatus(DataNode object) {
    return StatusFreshness.readsStatus(expectation.pattern()) && StatusFreshness.isStale(object);
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
        .map(attempt -> findingsOrStale(attempt.object(), attempt.mismatches()))
        .orElse(List.of());
  }

  /** Where nobody answers, or there is no file, that is all there is to say: not each field. */
  private Optional<Finding> unavailableFinding(DataNode object) {
    return switch (expectation.subject()) {
      case Subject.HttpAnswer _ when object.at("error") instanceof DataNode.Text ->
          Optional.of(objectFinding("nobody answers", "an answer"));
      case Subject.WorkspaceFile _ when differsInExisting(object) ->
          Optional.of(
              object.at("exists").equals(new DataNode.Flag(true))
                  ? objectFinding("exists", "not to exist")
                  : objectFinding("does not exist", "to exist"));
      case Subject.HttpAnswer _,
          Subject.WorkspaceFile _,
          Subject.KubernetesObject _,
          Subject.DockerObject _,
          Subject.HelmRelease _,
          Subject.Execution _,
          Subject.JavaVariable _ ->
          Optional.empty();
    };
  }

  private boolean differsInExisting(DataNode file) {
    return expectation.pattern().fields().get("exists")
            instanceof DataPattern.Scalar(DataNode.Flag wanted, _)
        && !file.at("exists").equals(wanted);
  }

  private List<Finding> findingsOrStale(DataNode object, List<Mismatch> mismatches) {
    if (mismatches.isEmpty() && hasStaleStatus(object)) {
      return List.of(
          new Finding(
              ObjectDisplayName.withKind(expectation.subject(), object),
              "",
              "its status still tells of before the last change",
              "one that tells of the change",
              List.of()));
    }
    return findings(object, mismatches);
  }

  private List<Mismatch> mismatches(DataNode object) {
    var found = new MismatchCollector(MAX_MISMATCHES);
    comparison(object).compare(expectation.pattern(), object, FieldPath.ROOT, found);
    return found.all();
  }

  private PatternMatcher comparison(DataNode object) {
    return new PatternMatcher(
        celEvaluator, budget, new EvaluationContext(object, object, before, criteria.answer()));
  }

  private List<Finding> findings(DataNode object, List<Mismatch> mismatches) {
    String subject = ObjectDisplayName.withKind(expectation.subject(), object);
    return mismatches.stream()
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
}
