package dev.deckhand.shell.cli.grade;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.deckhand.lesson.Lesson;
import dev.deckhand.shell.cli.common.CountFormatter;
import dev.deckhand.shell.cli.common.PrettyJson;
import dev.deckhand.shell.submission.pack.PackedLesson;
import dev.deckhand.shell.submission.pack.PackedLesson.PackedStep;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What {@code deckhand submit} says about the file that it wrote. */
record SubmitReport(Lesson lesson, PackedLesson packed, Path file) {

  /** The report for a person. */
  List<String> lines(ZoneId zone) {
    var lines = new ArrayList<String>();
    lines.add("Packed " + lesson.id() + ":");
    packed.steps().forEach(step -> lines.add("  " + line(step)));
    if (packed.earlierAttempt()) {
      lines.add(
          "This is your attempt of "
              + DateTimeFormatter.ISO_LOCAL_DATE.withZone(zone).format(packed.begunAt())
              + ", in which you got furthest.");
    }
    lines.add(
        packed.files().isEmpty()
            ? "None of your files are in it."
            : "Your files in it: " + String.join(", ", packed.files()));
    if (!packed.missingFiles().isEmpty()) {
      lines.add(
          "Not in it, although commands refer to them: "
              + String.join(", ", packed.missingFiles()));
    }
    lines.addAll(packed.remarks());
    List<String> missing =
        packed.steps().stream()
            .filter(PackedStep::isMissing)
            .map(step -> Integer.toString(step.number()))
            .toList();
    if (!missing.isEmpty()) {
      lines.add(
          (missing.size() == 1 ? "Not done: step " : "Not done: steps ")
              + String.join(", ", missing)
              + ". To go on: deckhand learn "
              + lesson.id());
    }
    lines.add("Digest: " + packed.submission().digest());
    lines.add("File: " + file.toAbsolutePath().normalize());
    return lines;
  }

  private static String line(PackedStep step) {
    var parts = new ArrayList<String>();
    parts.add(outcome(step));
    parts.add(CountFormatter.of(step.entries(), "line") + " to run");
    if (step.hints() > 0) {
      parts.add(CountFormatter.of(step.hints(), "hint"));
    }
    if (step.solutionShown()) {
      parts.add("solution seen");
    }
    return "step %d, %s: %s".formatted(step.number(), step.title(), String.join(", ", parts));
  }

  private static String outcome(PackedStep step) {
    return switch (step.outcome()) {
      case null -> step.tasks() ? "not done" : "nothing to do";
      case DONE -> "done";
      case SKIPPED -> "skipped";
      case READ -> "only read";
    };
  }

  /** The report for programs. */
  String json() throws JsonProcessingException {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("lesson", lesson.id().toString());
    fields.put("file", file.toAbsolutePath().normalize().toString());
    fields.put("digest", packed.submission().digest());
    fields.put("begun", packed.begunAt().toString());
    fields.put("earlierAttempt", packed.earlierAttempt());
    fields.put("steps", packed.steps().stream().map(SubmitReport::fields).toList());
    fields.put("files", packed.files());
    fields.put("missingFiles", packed.missingFiles());
    fields.put("remarks", packed.remarks());
    return PrettyJson.of(fields);
  }

  private static Map<String, Object> fields(PackedStep step) {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("step", step.number());
    fields.put("title", step.title());
    fields.put(
        "outcome",
        step.outcome() == null ? "open" : step.outcome().name().toLowerCase(Locale.ROOT));
    fields.put("entries", step.entries());
    fields.put("hints", step.hints());
    fields.put("solutionShown", step.solutionShown());
    fields.put("missing", step.isMissing());
    return fields;
  }
}
