package dev.deckhand.shell.cli.grade;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.deckhand.lesson.Lesson;
import dev.deckhand.shell.cli.common.CountFormatter;
import dev.deckhand.shell.cli.common.PrettyJson;
import dev.deckhand.shell.submission.archive.PrintableName;
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

/**
 * What {@code deckhand submit} says about the file that it wrote.
 *
 * @param copies the folders in which backups of missing files are, by the names of the files
 */
record SubmitReport(Lesson lesson, PackedLesson packed, Path file, Map<String, String> copies) {

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
    packed.missingFiles().forEach(missing -> lines.add(line(missing)));
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
    parts.add(CountFormatter.of(step.commands(), "command"));
    if (step.answers() > 0) {
      parts.add(CountFormatter.of(step.answers(), "answer"));
    }
    if (step.hints() > 0) {
      parts.add(CountFormatter.of(step.hints(), "hint"));
    }
    if (step.solutionShown()) {
      parts.add("solution seen");
    }
    return "step %d, %s: %s".formatted(step.number(), step.title(), String.join(", ", parts));
  }

  private String line(PackedLesson.MissingFile missing) {
    String line =
        "step %d: %s needs %s, which isn't among your files"
            .formatted(
                missing.step(),
                PrintableName.quoted(missing.command().lines().findFirst().orElse("")),
                missing.path());
    String copy = copies.get(missing.path());
    return line + (copy == null ? "." : "; there is a copy in " + copy + ".");
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
    fields.put("missingFiles", packed.missingFiles().stream().map(this::fields).toList());
    fields.put("remarks", packed.remarks());
    return PrettyJson.of(fields);
  }

  private Map<String, Object> fields(PackedLesson.MissingFile missing) {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("step", missing.step());
    fields.put("file", missing.path());
    fields.put("command", missing.command());
    fields.put("copyIn", copies.getOrDefault(missing.path(), ""));
    return fields;
  }

  private static Map<String, Object> fields(PackedStep step) {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("step", step.number());
    fields.put("title", step.title());
    fields.put(
        "outcome",
        step.outcome() == null ? "open" : step.outcome().name().toLowerCase(Locale.ROOT));
    fields.put("commands", step.commands());
    fields.put("answers", step.answers());
    fields.put("hints", step.hints());
    fields.put("solutionShown", step.solutionShown());
    fields.put("missing", step.isMissing());
    return fields;
  }
}
