package dev.deckhand.shell.cli.learn;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.deckhand.lab.LabFault;
import dev.deckhand.lesson.Ability;
import dev.deckhand.lesson.CourseCard;
import dev.deckhand.lesson.LabKind;
import dev.deckhand.lesson.LessonCard;
import dev.deckhand.lesson.LessonId;
import dev.deckhand.shell.cli.common.CommandContext;
import dev.deckhand.shell.cli.common.DeckhandCommand;
import dev.deckhand.shell.cli.common.ExitCode;
import dev.deckhand.shell.journal.JournalEntry;
import dev.deckhand.shell.journal.LessonProgress;
import dev.deckhand.shell.view.lesson.CatalogueView;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code deckhand lessons}. */
@Command(
    name = "lessons",
    mixinStandardHelpOptions = true,
    description = "List the courses and their lessons, with your progress.")
public final class LessonsCommand implements Callable<Integer> {

  @Option(names = "--json", description = "Print the result as JSON.")
  boolean json;

  private final CommandContext context;
  private final DeckhandCommand deckhand;

  public LessonsCommand(CommandContext context, DeckhandCommand deckhand) {
    this.context = context;
    this.deckhand = deckhand;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    Map<LessonId, LessonProgress> lessonProgress = progress();
    var misfits = LessonMisfits.find(context);
    if (json) {
      context.environment().out().println(json(lessonProgress, misfits.faults()));
    } else {
      var console = deckhand.console(context);
      var done = new LinkedHashMap<LessonId, Integer>();
      lessonProgress.forEach((id, one) -> {
        if (one.begun()) {
          done.put(id, one.outcomes().size());
        }
      });
      console.printLines(
          new CatalogueView(console.renderContext())
              .list(context.library().courses(), done, misfits.sentences()));
    }
    return ExitCode.OK.code();
  }

  private Map<LessonId, LessonProgress> progress() throws IOException {
    List<JournalEntry> entries = context.journal().outline();
    var lessonProgress = new LinkedHashMap<LessonId, LessonProgress>();
    for (LessonCard card : context.library().lessons()) {
      lessonProgress.put(
          card.id(),
          LessonProgress.of(
              entries.stream()
                  .filter(journalEntry -> journalEntry.lesson().equals(card.id()))
                  .toList()));
    }
    return lessonProgress;
  }

  private String json(Map<LessonId, LessonProgress> lessonProgress, Map<LessonId, LabFault> misfits)
      throws JsonProcessingException {
    List<Map<String, Object>> courses =
        context.library().courses().stream()
            .map(course -> course(course, lessonProgress, misfits))
            .toList();
    return JsonMapper.builder()
        .enable(SerializationFeature.INDENT_OUTPUT)
        .build()
        .writeValueAsString(Map.of("courses", courses));
  }

  private static Map<String, Object> course(
      CourseCard course,
      Map<LessonId, LessonProgress> lessonProgress,
      Map<LessonId, LabFault> misfits) {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("id", course.id());
    fields.put("title", course.title());
    fields.put("summary", course.summary());
    fields.put("license", course.license());
    fields.put(
        "lessons",
        course.lessons().stream()
            .map(card ->
                lesson(
                    card,
                    lessonProgress.getOrDefault(card.id(), LessonProgress.of(List.of())),
                    misfits.get(card.id())))
            .toList());
    return fields;
  }

  private static Map<String, Object> lesson(
      LessonCard card, LessonProgress lessonProgress, @Nullable LabFault misfit) {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("id", card.id().toString());
    fields.put("title", card.title());
    fields.put("minutes", card.minutes());
    fields.put("level", card.level());
    fields.put("steps", card.steps());
    fields.put("stepsDone", lessonProgress.outcomes().size());
    fields.put("finished", lessonProgress.finished());
    fields.put("labs", card.needs().labs().stream().map(LabKind::keyword).sorted().toList());
    fields.put("images", card.needs().images());
    fields.put("needs", card.needs().abilities().stream().map(Ability::keyword).sorted().toList());
    fields.put("requires", card.requires());
    var versions = new LinkedHashMap<String, String>();
    card.needs()
        .versions()
        .forEach((tool, constraint) -> versions.put(tool.keyword(), constraint.toString()));
    fields.put("versions", versions);
    fields.put("fits", misfit == null);
    if (misfit != null) {
      fields.put("misfit", Map.of("what", misfit.problem(), "next", misfit.remedy()));
    }
    return fields;
  }
}
