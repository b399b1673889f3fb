package dev.deckhand.shell.cli.author;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.deckhand.lab.LabFault;
import dev.deckhand.shell.cli.common.PrettyJson;
import dev.deckhand.shell.trial.LessonTrialResult;
import dev.deckhand.shell.trial.TrialResult;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The results of lesson tests as JSON. The fields are documented in {@code
 * docs/authors/workbench.adoc}.
 */
final class LessonTestReportJson {

  private LessonTestReportJson() {}

  static String of(List<LessonTrialResult> lessons) throws JsonProcessingException {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("lessons", lessons.stream().map(LessonTestReportJson::lesson).toList());
    fields.put(
        "trials",
        lessons.stream()
            .flatMap(lesson -> lesson.trials().stream())
            .map(LessonTestReportJson::trial)
            .toList());
    return PrettyJson.of(fields);
  }

  private static Map<String, Object> lesson(LessonTrialResult lesson) {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("lesson", lesson.lesson().toString());
    fields.put("file", lesson.file());
    fields.put("passed", lesson.trials().size() - lesson.failureCount());
    fields.put("failed", lesson.failureCount());
    fields.put("warnings", lesson.warningCount());
    fields.put("seconds", seconds(lesson.took()));
    LessonTrialResult first = lesson.firstTry();
    if (first != null) {
      fields.put("flaky", lesson.flaky());
      fields.put("failedAtFirst", first.failures());
    }
    LabFault fault = lesson.fault();
    if (fault != null) {
      var why = new LinkedHashMap<String, Object>();
      why.put("kind", fault.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'));
      why.put("what", fault.problem());
      why.put("next", fault.remedy());
      fields.put(lesson.skipped() ? "skipped" : "labFault", why);
    }
    return fields;
  }

  private static Map<String, Object> trial(TrialResult trialResult) {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("lesson", trialResult.lesson().toString());
    fields.put("step", trialResult.step());
    fields.put("rule", trialResult.rule().word());
    fields.put("what", trialResult.what());
    fields.put("passed", trialResult.passed());
    fields.put("problem", trialResult.problem());
    fields.put("warning", trialResult.warning());
    fields.put("seconds", seconds(trialResult.took()));
    return fields;
  }

  private static double seconds(Duration took) {
    return took.toMillis() / 1000.0;
  }
}
