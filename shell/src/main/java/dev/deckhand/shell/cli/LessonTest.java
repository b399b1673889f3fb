package dev.deckhand.shell.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.deckhand.lab.LabFault;
import dev.deckhand.lesson.Lesson;
import dev.deckhand.lesson.LessonCard;
import dev.deckhand.lesson.adoc.CompiledCourse;
import dev.deckhand.lesson.adoc.CompiledLesson;
import dev.deckhand.lesson.adoc.CourseCompiler;
import dev.deckhand.lesson.lint.Finding;
import dev.deckhand.shell.grade.JUnitReport;
import dev.deckhand.shell.grade.Rehearsal;
import dev.deckhand.shell.grade.Trial;
import dev.deckhand.shell.loop.Berth;
import dev.deckhand.shell.loop.FaultLog;
import dev.deckhand.shell.loop.SessionRooms;
import dev.deckhand.shell.loop.WorkspaceFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Runs lessons as their tests want it, each in a lab of its own. */
final class LessonTest {

  private final Ports ports;
  private final Voice voice;
  private final boolean yes;

  LessonTest(Ports ports, Voice voice, boolean yes) {
    this.ports = ports;
    this.voice = voice;
    this.yes = yes;
  }

  ExitCode run(List<String> names, @Nullable Path junit, boolean json)
      throws IOException, InterruptedException {
    var lessons = new ArrayList<Lesson>();
    for (String name : names) {
      if (!find(name, lessons)) {
        return ExitCode.USAGE;
      }
    }
    if (names.isEmpty()) {
      for (LessonCard card : ports.library().lessons()) {
        ports.library().lesson(card.id()).ifPresent(lessons::add);
      }
    }
    var trials = new ArrayList<Trial>();
    for (Lesson lesson : lessons) {
      Optional<LabFault> lack =
          new Outfitting(ports.outfitter(), voice).ensure(lesson.needs(), yes, false);
      if (lack.isPresent()) {
        voice.trouble(lack.get().what(), lack.get().next());
        return ExitCode.NO_LAB;
      }
      rehearse(lesson, trials, json);
    }
    if (junit != null) {
      JUnitReport.write(junit, trials);
    }
    return report(trials, json);
  }

  private ExitCode report(List<Trial> trials, boolean json) throws JsonProcessingException {
    long failed = trials.stream().filter(trial -> !trial.passed()).count();
    if (json) {
      ports.outside().out().println(json(trials));
    } else {
      voice.say((trials.size() - failed) + " passed, " + failed + " failed");
    }
    return failed == 0 && !trials.isEmpty() ? ExitCode.OK : ExitCode.CHECKS_FAILED;
  }

  private void rehearse(Lesson lesson, List<Trial> trials, boolean quiet)
      throws IOException, InterruptedException {
    Path files = Files.createTempDirectory("deckhand-test");
    try (SessionRooms.Held held = ports.rooms().open(files.resolve("work"))) {
      var workspace =
          new WorkspaceFiles(
              held.room().workspace(), files.resolve("attic"), ports.outside().clock());
      var log = new FaultLog(ports.state().log().resolve("deckhand.log"), ports.outside().clock());
      try (var berth = new Berth(ports.labs(), ports.workspaces(), held.room(), workspace, log);
          LastRites _ = LastRites.of(berth, held);
          var progress = new SetupLines(voice)) {
        new Rehearsal(
                lesson,
                berth,
                ports.judge(),
                trial -> {
                  trials.add(trial);
                  if (!quiet) {
                    tell(trial);
                  }
                })
            .run(progress);
      }
    } catch (LabFault fault) {
      trials.add(
          new Trial(
              lesson.id(), 1, Trial.Rule.GREEN_AFTER, "the lab", fault.what(), Duration.ZERO));
      voice.trouble(fault.what(), fault.next());
    } finally {
      WorkspaceFiles.delete(files);
    }
  }

  private void tell(Trial trial) {
    String words =
        String.format(
            Locale.ROOT,
            "%s step %d, %s%s (%.1f s)",
            trial.lesson(),
            trial.step(),
            trial.rule().words(),
            trial.what().isEmpty() ? "" : ": " + trial.what(),
            trial.took().toMillis() / 1000.0);
    // one line a trial, however long: build logs are searched by line
    ports.outside().out().println((trial.passed() ? "ok   " : "FAIL ") + words);
    if (!trial.passed()) {
      voice.trouble(trial.problem(), "");
    }
  }

  private boolean find(String name, List<Lesson> lessons) {
    Path path = Path.of(name);
    if (Files.exists(path)) {
      return compile(path, lessons);
    }
    try {
      lessons.add(new LessonFinder(ports.library()).find(name));
      return true;
    } catch (LessonFinder.Unknown unknown) {
      voice.trouble(unknown.what(), unknown.next());
      return false;
    }
  }

  private boolean compile(Path path, List<Lesson> lessons) {
    var findings = new ArrayList<Finding>();
    try (var compiler = new CourseCompiler()) {
      if (Files.isDirectory(path)) {
        CompiledCourse course = compiler.compile(path);
        lessons.addAll(course.lessons());
        findings.addAll(course.findings());
      } else {
        CompiledLesson compiled = compiler.compileLesson(path);
        Optional.ofNullable(compiled.lesson()).ifPresent(lessons::add);
        findings.addAll(compiled.findings());
      }
    }
    List<Finding> errors = findings.stream().filter(Finding::isError).toList();
    errors.forEach(error -> voice.trouble(error.line(), ""));
    return errors.isEmpty() && !lessons.isEmpty();
  }

  private static String json(List<Trial> trials) throws JsonProcessingException {
    List<Map<String, Object>> rows =
        trials.stream()
            .map(trial -> {
              var fields = new LinkedHashMap<String, Object>();
              fields.put("lesson", trial.lesson().toString());
              fields.put("step", trial.step());
              fields.put("rule", trial.rule().words());
              fields.put("what", trial.what());
              fields.put("passed", trial.passed());
              fields.put("problem", trial.problem());
              fields.put("seconds", trial.took().toMillis() / 1000.0);
              return (Map<String, Object>) fields;
            })
            .toList();
    return JsonMapper.builder()
        .enable(SerializationFeature.INDENT_OUTPUT)
        .build()
        .writeValueAsString(Map.of("trials", rows));
  }
}
