package dev.deckhand.check;

import dev.deckhand.check.Verdict.Finding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Judges one document of a check against the objects that were seen. */
final class Hearing {
  /** How many mismatches of an object are counted to find the nearest. */
  private static final int COUNTED = 50;

  /** Among how many objects the nearest is looked for. */
  private static final int NEIGHBOURS = 100;

  private final Expressions expressions;
  private final Effort effort;
  private final Demand demand;
  private final Expectation expectation;
  private final List<Node> objects;
  private final Node before;

  Hearing(
      Expressions expressions,
      Effort effort,
      Demand demand,
      Expectation expectation,
      Evidence evidence) {
    this.expressions = expressions;
    this.effort = effort;
    this.demand = demand;
    this.expectation = expectation;
    this.objects = seen(evidence.now().get(expectation.subject()));
    this.before = before(expectation.subject(), seen(evidence.before().get(expectation.subject())));
  }

  private static List<Node> seen(@org.jspecify.annotations.Nullable Observation observation) {
    return observation instanceof Observation.Seen(var objects) ? objects : List.of();
  }

  private static Node before(Subject subject, List<Node> objects) {
    if (subject.name() == null) {
      return new Node.Items(objects);
    }
    return objects.isEmpty() ? new Node.Absent() : objects.getFirst();
  }

  /** Returns what is not as expected; empty if all is. */
  List<Finding> findings() {
    return isNamed() && isObject() && demand.absent() ? mustNotExist() : among();
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

  private List<Finding> mustNotExist() {
    if (objects.isEmpty()) {
      return List.of();
    }
    boolean leaving =
        !(objects.getFirst().at("metadata", "deletionTimestamp") instanceof Node.Absent);
    return List.of(
        whole(leaving ? "is being deleted, but is still there" : "exists", "not to exist"));
  }

  private List<Finding> among() {
    var sorted = objects.stream().collect(Collectors.partitioningBy(this::matches));
    List<Node> matching = sorted.getOrDefault(true, List.of());
    List<Node> others = sorted.getOrDefault(false, List.of());
    if (demand.absent()) {
      return matching.isEmpty() ? List.of() : List.of(unwanted(matching));
    }
    Count count = isNamed() ? Count.ANY : demand.count();
    if (count.allows(matching.size())) {
      return List.of();
    }
    if (objects.isEmpty()) {
      return List.of(nothing(count));
    }
    var findings = new ArrayList<Finding>();
    if (!matching.isEmpty() || !count.equals(Count.ANY)) {
      findings.add(whole(tally(matching), count + " like that"));
    }
    if (!tooMany(count, matching.size())) {
      // say what keeps the nearest of the others from counting
      findings.addAll(nearest(others));
    }
    return findings;
  }

  private Finding unwanted(List<Node> matching) {
    return switch (expectation.subject()) {
      case Subject.WorkspaceFile _ -> whole("it is there, and like that", "no such file");
      case Subject.HttpAnswer _, Subject.Execution _ -> whole("it says so", "something else");
      case Subject.KubernetesObject _,
          Subject.DockerObject _,
          Subject.HelmRelease _,
          Subject.JavaVariable _ ->
          whole(names(matching), "none like that");
    };
  }

  private Finding nothing(Count count) {
    if (expectation.subject() instanceof Subject.Execution) {
      return whole("it cannot be run", "to run");
    }
    return isNamed()
        ? whole("does not exist", "to exist")
        : whole("there is none", count.toString());
  }

  private static boolean tooMany(Count count, int matching) {
    return switch (count.relation()) {
      case EXACTLY, AT_MOST -> matching > count.number();
      case LESS_THAN -> matching >= count.number();
      case AT_LEAST, MORE_THAN -> false;
    };
  }

  private String tally(List<Node> matching) {
    return matching.size()
        + " of "
        + objects.size()
        + (matching.isEmpty() ? " match" : matching.size() == 1 ? " matches: " : " match: ")
        + (matching.isEmpty() ? "" : names(matching));
  }

  private boolean matches(Node object) {
    return !outdated(object)
        && comparison(object).fits(expectation.pattern(), object, FieldPath.ROOT);
  }

  private boolean outdated(Node object) {
    return Freshness.matters(expectation.pattern()) && Freshness.stale(object);
  }

  private List<Finding> nearest(List<Node> others) {
    record Try(Node object, List<Mismatch> mismatches) {}
    Optional<Finding> unseen = others.stream().findFirst().flatMap(this::unseen);
    if (unseen.isPresent()) {
      return List.of(unseen.get());
    }
    return others.stream()
        .limit(NEIGHBOURS)
        .map(object -> new Try(object, mismatches(object)))
        .min(Comparator.comparingInt(attempt -> attempt.mismatches().size()))
        .map(attempt -> findingsOrStale(attempt.object(), attempt.mismatches()))
        .orElse(List.of());
  }

  /** Where nobody answers, or there is no file, that is all there is to say: not each field. */
  private Optional<Finding> unseen(Node object) {
    return switch (expectation.subject()) {
      case Subject.HttpAnswer _ when object.at("error") instanceof Node.Text ->
          Optional.of(whole("nobody answers", "an answer"));
      case Subject.WorkspaceFile _ when differsInExisting(object) ->
          Optional.of(
              object.at("exists").equals(new Node.Flag(true))
                  ? whole("exists", "not to exist")
                  : whole("does not exist", "to exist"));
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

  private boolean differsInExisting(Node file) {
    return expectation.pattern().fields().get("exists")
            instanceof Pattern.Scalar(Node.Flag wanted, _)
        && !file.at("exists").equals(wanted);
  }

  private List<Finding> findingsOrStale(Node object, List<Mismatch> mismatches) {
    if (mismatches.isEmpty() && outdated(object)) {
      return List.of(
          new Finding(
              ObjectName.spoken(expectation.subject(), object),
              "",
              "its status still tells of before the last change",
              "one that tells of the change",
              List.of()));
    }
    return findings(object, mismatches);
  }

  private List<Mismatch> mismatches(Node object) {
    var found = new Mismatches(COUNTED);
    comparison(object).compare(expectation.pattern(), object, FieldPath.ROOT, found);
    return found.all();
  }

  private Comparison comparison(Node object) {
    return new Comparison(expressions, effort, new Scene(object, object, before, demand.answer()));
  }

  private List<Finding> findings(Node object, List<Mismatch> mismatches) {
    String subject = ObjectName.spoken(expectation.subject(), object);
    return mismatches.stream()
        .sorted(Comparator.comparingInt(Mismatch::rank))
        .map(mismatch ->
            mismatch.ofAnswer()
                ? ofAnswer(mismatch)
                : new Finding(
                    subject,
                    mismatch.path().toString(),
                    mismatch.actual(),
                    mismatch.expected(),
                    List.of()))
        .toList();
  }

  private Finding ofAnswer(Mismatch mismatch) {
    String typed = "\"" + Words.cut(String.valueOf(demand.answer())) + "\"";
    return new Finding(
        "Your answer",
        "",
        mismatch.actual().isEmpty() ? typed : typed + ": " + mismatch.actual(),
        "what " + expectation.subject().spoken() + " shows now",
        List.of());
  }

  private Finding whole(String actual, String expected) {
    return new Finding(expectation.subject().spoken(), "", actual, expected, List.of());
  }

  private static String names(List<Node> objects) {
    String some = objects.stream().limit(3).map(ObjectName::of).collect(Collectors.joining(", "));
    return Words.cut(objects.size() > 3 ? some + " and " + (objects.size() - 3) + " more" : some);
  }
}
