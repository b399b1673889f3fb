package dev.deckhand.shell.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.deckhand.lesson.Ability;
import dev.deckhand.lesson.CourseCard;
import dev.deckhand.lesson.LabKind;
import dev.deckhand.lesson.LessonCard;
import dev.deckhand.lesson.LessonId;
import dev.deckhand.shell.journal.Entry;
import dev.deckhand.shell.journal.Progress;
import dev.deckhand.shell.view.Catalogue;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code deckhand lessons}. */
@Command(
    name = "lessons",
    mixinStandardHelpOptions = true,
    description = "List the courses and their lessons, with how far you came.")
final class LessonsCommand implements Callable<Integer> {

  @ParentCommand @Nullable DeckhandCommand parent;

  @Option(names = "--json", description = "Print JSON, for programs.")
  boolean json;

  private final Ports ports;

  LessonsCommand(Ports ports) {
    this.ports = ports;
  }

  @Override
  public Integer call() throws IOException {
    Map<LessonId, Progress> progress = progress();
    if (json) {
      ports.outside().out().println(json(progress));
    } else {
      var voice = new Voice(ports.outside(), parent != null && parent.plain);
      var done = new LinkedHashMap<LessonId, Integer>();
      progress.forEach((id, one) -> {
        if (one.begun()) {
          done.put(id, one.outcomes().size());
        }
      });
      voice.show(new Catalogue(voice.look()).list(ports.library().courses(), done));
    }
    return ExitCode.OK.code();
  }

  private Map<LessonId, Progress> progress() throws IOException {
    List<Entry> entries = ports.journal().outline();
    var progress = new LinkedHashMap<LessonId, Progress>();
    for (LessonCard card : ports.library().lessons()) {
      progress.put(
          card.id(),
          Progress.of(entries.stream().filter(entry -> entry.lesson().equals(card.id())).toList()));
    }
    return progress;
  }

  private String json(Map<LessonId, Progress> progress) throws JsonProcessingException {
    List<Map<String, Object>> courses =
        ports.library().courses().stream().map(course -> course(course, progress)).toList();
    return JsonMapper.builder()
        .enable(SerializationFeature.INDENT_OUTPUT)
        .build()
        .writeValueAsString(Map.of("courses", courses));
  }

  private static Map<String, Object> course(CourseCard course, Map<LessonId, Progress> progress) {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("id", course.id());
    fields.put("title", course.title());
    fields.put("summary", course.summary());
    fields.put("license", course.license());
    fields.put(
        "lessons",
        course.lessons().stream()
            .map(card -> lesson(card, progress.getOrDefault(card.id(), Progress.of(List.of()))))
            .toList());
    return fields;
  }

  private static Map<String, Object> lesson(LessonCard card, Progress progress) {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("id", card.id().toString());
    fields.put("title", card.title());
    fields.put("minutes", card.minutes());
    fields.put("level", card.level());
    fields.put("steps", card.steps());
    fields.put("stepsDone", progress.outcomes().size());
    fields.put("finished", progress.finished());
    fields.put("labs", card.needs().labs().stream().map(LabKind::word).sorted().toList());
    fields.put("images", card.needs().images());
    fields.put("needs", card.needs().abilities().stream().map(Ability::word).sorted().toList());
    fields.put("requires", card.requires());
    return fields;
  }
}
