package dev.deckhand.shell.report.writer;

import dev.deckhand.shell.report.AlikeSubmissions;
import dev.deckhand.shell.report.GradingOutcome;
import dev.deckhand.site.grade.ClassGradePage;
import dev.deckhand.site.grade.ClassResult;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** The page of a class for the instructor. */
final class ClassReport {

  private ClassReport() {}

  static String write(List<GradingOutcome> outcomes, Function<GradingOutcome, String> pages) {
    String lesson = outcomes.stream().flatMap(ClassReport::title).findFirst().orElse("no lesson");
    List<ClassResult> results =
        outcomes.stream().map(outcome -> result(outcome, pages.apply(outcome))).toList();
    return ClassGradePage.of(lesson, results, AlikeSubmissions.sentences(outcomes)).html();
  }

  private static Stream<String> title(GradingOutcome outcome) {
    return switch (outcome) {
      case GradingOutcome.Graded(var report) -> Stream.of(report.grade().lessonTitle());
      case GradingOutcome.NotGraded notGraded ->
          Stream.of(notGraded.lesson()).filter(lesson -> !lesson.isEmpty());
    };
  }

  private static ClassResult result(GradingOutcome outcome, String page) {
    return switch (outcome) {
      case GradingOutcome.Graded(var report) -> new ClassResult.Graded(report.grade(), page);
      case GradingOutcome.NotGraded notGraded ->
          new ClassResult.NotGraded(notGraded.submission(), notGraded.reason(), notGraded.remedy());
    };
  }
}
