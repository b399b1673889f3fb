package dev.deckhand.lesson.lint;

import dev.deckhand.check.Check;
import dev.deckhand.check.CountConstraint;
import dev.deckhand.check.Expectation;
import dev.deckhand.check.Subject;
import dev.deckhand.check.match.PatternComparison;
import dev.deckhand.lesson.Lesson;
import dev.deckhand.lesson.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The checks of a step can all hold at one time, and none of them stands there twice. */
final class CompatibleChecksRule implements LintRule {

  @Override
  public List<LintFinding> review(Lesson lesson, LintWaivers lintWaivers) {
    return lesson.steps().stream().flatMap(step -> findings(step).stream()).toList();
  }

  /** One document of a check, with the count that its check asks for. */
  private record Document(Check check, Expectation expectation) {
    Subject subject() {
      return expectation.subject();
    }

    CountConstraint count() {
      return check.count();
    }

    boolean isEqualTo(Document other) {
      return PatternComparison.areEqual(expectation.pattern(), other.expectation.pattern());
    }

    int line() {
      return expectation.pattern().place().line();
    }
  }

  private static List<LintFinding> findings(Step step) {
    List<Document> documents =
        step.checks().stream()
            .flatMap(check -> check.expectations().stream().map(one -> new Document(check, one)))
            .toList();
    var findings = new ArrayList<LintFinding>();
    for (int i = 0; i < documents.size(); i++) {
      finding(documents.subList(0, i), documents.get(i)).ifPresent(findings::add);
    }
    return findings;
  }

  /** The first thing that is wrong between a document and those before it. */
  private static Optional<LintFinding> finding(List<Document> earlier, Document document) {
    return earlier.stream()
        .filter(one -> one.subject().equals(document.subject()))
        .flatMap(one -> finding(one, document).stream())
        .findFirst();
  }

  private static Optional<LintFinding> finding(Document one, Document other) {
    Optional<String> conflict = conflict(one, other);
    if (conflict.isPresent()) {
      return Optional.of(
          LintFinding.error(
              other.expectation().pattern().place(),
              "This never holds together with the document in line "
                  + one.line()
                  + ": "
                  + conflict.get()
                  + ".",
              "Keep one of them, or make two steps."));
    }
    boolean isCopy =
        one.isEqualTo(other)
            && one.count().equals(other.count())
            && (one.check().id().equals(other.check().id())
                || (one.check().expectations().size() == 1
                    && other.check().expectations().size() == 1));
    return isCopy
        ? Optional.of(
            LintFinding.warning(
                other.expectation().pattern().place(),
                "This asks for the same as the document in line " + one.line() + ".",
                "Leave one of them out."))
        : Optional.empty();
  }

  /** Says what two documents about one subject ask for that cannot be; empty if it can. */
  private static Optional<String> conflict(Document one, Document other) {
    boolean oneAbsent = one.count().isAbsent();
    boolean otherAbsent = other.count().isAbsent();
    if (oneAbsent && otherAbsent) {
      return Optional.empty();
    }
    if (one.subject().name() == null || oneAbsent || otherAbsent) {
      boolean excludes =
          (one.subject().isObject() && one.subject().name() != null)
              ? oneAbsent || otherAbsent
              : one.isEqualTo(other) && !haveCommonCount(one.count(), other.count());
      return excludes
          ? Optional.of(one.count() + " there, " + other.count() + " here")
          : Optional.empty();
    }
    boolean isKnownSchema =
        !(one.subject() instanceof Subject.KubernetesObject object) || object.isBuiltIn();
    return new PatternComparison(isKnownSchema)
        .conflict(one.expectation().pattern(), other.expectation().pattern())
        .map(conflict ->
            conflict.path()
                + " is "
                + conflict.one()
                + " there, and "
                + conflict.other()
                + " here");
  }

  private static boolean haveCommonCount(CountConstraint one, CountConstraint other) {
    int most = Math.max(one.number(), other.number()) + 1;
    return IntStream.rangeClosed(0, most).anyMatch(n -> one.allows(n) && other.allows(n));
  }
}
