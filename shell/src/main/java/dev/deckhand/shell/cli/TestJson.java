package dev.deckhand.shell.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.deckhand.lab.LabFault;
import dev.deckhand.shell.grade.Rehearsed;
import dev.deckhand.shell.grade.Trial;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Lesson tests for programs. The fields are documented in {@code docs/authors/workbench.adoc}. */
final class TestJson {

  private TestJson() {}

  static String of(List<Rehearsed> lessons) throws JsonProcessingException {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("lessons", lessons.stream().map(TestJson::lesson).toList());
    fields.put(
        "trials",
        lessons.stream().flatMap(lesson -> lesson.trials().stream()).map(TestJson::trial).toList());
    return PrettyJson.of(fields);
  }

  private static Map<String, Object> lesson(Rehearsed lesson) {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("lesson", lesson.lesson().toString());
    fields.put("file", lesson.file());
    fields.put("passed", lesson.trials().size() - lesson.failed());
    fields.put("failed", lesson.failed());
    fields.put("warnings", lesson.warned());
    fields.put("seconds", seconds(lesson.took()));
    LabFault fault = lesson.fault();
    if (fault != null) {
      var why = new LinkedHashMap<String, Object>();
      why.put("kind", fault.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'));
      why.put("what", fault.what());
      why.put("next", fault.next());
      fields.put("labFault", why);
    }
    return fields;
  }

  private static Map<String, Object> trial(Trial trial) {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("lesson", trial.lesson().toString());
    fields.put("step", trial.step());
    fields.put("rule", trial.rule().word());
    fields.put("what", trial.what());
    fields.put("passed", trial.passed());
    fields.put("problem", trial.problem());
    fields.put("warning", trial.warning());
    fields.put("seconds", seconds(trial.took()));
    return fields;
  }

  private static double seconds(Duration took) {
    return took.toMillis() / 1000.0;
  }
}
