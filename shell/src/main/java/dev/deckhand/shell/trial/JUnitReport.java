package dev.deckhand.shell.trial;

import dev.deckhand.lab.LabFault;
import dev.deckhand.shell.junit.JUnitCase;
import dev.deckhand.shell.junit.JUnitSuite;
import dev.deckhand.shell.junit.JUnitXml;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Writes trial results in JUnit's XML format, with one suite per lesson. */
public final class JUnitReport {

  private JUnitReport() {}

  /** Writes the report, and creates its folder if needed. */
  public static void write(Path file, List<LessonTrialResult> lessons) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    Files.writeString(file, xml(lessons), StandardCharsets.UTF_8);
  }

  static String xml(List<LessonTrialResult> lessons) {
    return JUnitXml.write(lessons.stream().map(JUnitReport::suite).toList());
  }

  private static JUnitSuite suite(LessonTrialResult lesson) {
    var cases = new ArrayList<JUnitCase>();
    lesson.trials().forEach(trial -> cases.add(testCase(trial)));
    LessonTrialResult first = lesson.firstTry();
    if (first != null) {
      cases.add(firstTry(lesson, first));
    }
    LabFault fault = lesson.fault();
    if (fault != null) {
      String words = fault.problem() + " " + fault.remedy();
      cases.add(
          new JUnitCase(
              lesson.lesson().toString(),
              "the lab",
              Duration.ZERO,
              lesson.skipped()
                  ? new JUnitCase.Result.Skipped(words)
                  : new JUnitCase.Result.Undecided(words),
              ""));
    }
    return new JUnitSuite(lesson.lesson().toString(), lesson.took(), Map.of(), cases);
  }

  private static JUnitCase firstTry(LessonTrialResult lesson, LessonTrialResult first) {
    String words = String.join("\n", first.failures());
    return new JUnitCase(
        lesson.lesson().toString(),
        "the first of two tests",
        first.took(),
        lesson.flaky()
            ? new JUnitCase.Result.FlakyFailure(words)
            : new JUnitCase.Result.RerunFailure(words),
        "");
  }

  private static JUnitCase testCase(TrialResult trialResult) {
    String what = trialResult.what().isEmpty() ? "" : ": " + trialResult.what();
    return new JUnitCase(
        trialResult.lesson().toString(),
        "step " + trialResult.step() + ", " + trialResult.rule().words() + what,
        trialResult.took(),
        trialResult.passed()
            ? new JUnitCase.Result.Passed()
            : new JUnitCase.Result.Failed(trialResult.problem()),
        trialResult.warning().isEmpty() ? "" : "warning: " + trialResult.warning());
  }
}
