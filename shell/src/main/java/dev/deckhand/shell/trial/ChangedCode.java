package dev.deckhand.shell.trial;

import dev.deckhand.check.Expectation;
import dev.deckhand.check.Subject;
import dev.deckhand.lesson.Lesson;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Which source folders take part in judging which lessons. A change in one of them is a reason to
 * test those lessons in full, as a change of their text is.
 */
final class ChangedCode {

  private static final String JAVA = "src/main/java/dev/deckhand/";

  private static final List<CodeArea> AREAS =
      List.of(
          new CodeArea("lessons/" + JAVA + "check/", _ -> true),
          new CodeArea("lessons/src/main/resources/dev/deckhand/check/", _ -> true),
          new CodeArea("labs/" + JAVA + "lab/observe/cluster/", ChangedCode::isClusterObject),
          new CodeArea("labs/" + JAVA + "lab/observe/engine/", ChangedCode::isEngineObject),
          new CodeArea("labs/" + JAVA + "lab/probe/", subject -> !subject.isObject()),
          new CodeArea(
              "labs/" + JAVA + "lab/java/", subject -> subject instanceof Subject.JavaVariable),
          new CodeArea(
              "labs/" + JAVA + "lab/workspace/",
              subject ->
                  subject instanceof Subject.WorkspaceFile
                      || subject instanceof Subject.Execution));

  private ChangedCode() {}

  /** Returns the first of the changed files that takes part in judging a lesson's checks. */
  static Optional<String> affecting(Lesson lesson, List<String> changedFiles) {
    List<Subject> subjects =
        lesson.steps().stream()
            .flatMap(step -> step.checks().stream())
            .flatMap(check -> check.expectations().stream())
            .map(Expectation::subject)
            .toList();
    return changedFiles.stream()
        .filter(file ->
            AREAS.stream()
                .filter(area -> area.contains(file))
                .anyMatch(area -> subjects.stream().anyMatch(area.subjects())))
        .findFirst();
  }

  private static boolean isClusterObject(Subject subject) {
    return subject instanceof Subject.KubernetesObject || subject instanceof Subject.HelmRelease;
  }

  private static boolean isEngineObject(Subject subject) {
    return subject instanceof Subject.DockerObject;
  }

  /**
   * A folder of code.
   *
   * @param folder from the root of the repository, with a slash at its end
   * @param subjects what the code observes or judges
   */
  private record CodeArea(String folder, Predicate<Subject> subjects) {
    boolean contains(String file) {
      return file.startsWith(folder);
    }
  }
}
