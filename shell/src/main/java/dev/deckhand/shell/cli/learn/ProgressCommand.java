package dev.deckhand.shell.cli.learn;

import dev.deckhand.lesson.CourseCard;
import dev.deckhand.lesson.Lesson;
import dev.deckhand.lesson.LessonCard;
import dev.deckhand.lesson.LessonId;
import dev.deckhand.shell.cli.common.CommandContext;
import dev.deckhand.shell.cli.common.DeckhandCommand;
import dev.deckhand.shell.cli.common.ExitCode;
import dev.deckhand.shell.cli.common.PrettyJson;
import dev.deckhand.shell.journal.LearningStatistics;
import dev.deckhand.shell.journal.LessonStatistics;
import dev.deckhand.shell.journal.StepStatistics;
import dev.deckhand.shell.view.report.ProgressReportView;
import java.io.IOException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code deckhand progress}. */
@Command(
    name = "progress",
    mixinStandardHelpOptions = true,
    description = "Show your progress in each course, how long it took, and what was difficult.",
    footer = "Only the first five minutes of a pause count as time spent.")
public final class ProgressCommand implements Callable<Integer> {

  /** The most steps listed for review; a longer list wouldn't be read. */
  private static final int HARDEST = 5;

  @Option(names = "--json", description = "Print the result as JSON.")
  boolean json;

  private final CommandContext context;
  private final DeckhandCommand deckhand;

  public ProgressCommand(CommandContext context, DeckhandCommand deckhand) {
    this.context = context;
    this.deckhand = deckhand;
  }

  @Override
  public Integer call() throws IOException {
    Map<LessonId, LessonStatistics> stories = LearningStatistics.of(context.journal().outline());
    LessonId next = new NextLesson(context.journal(), context.library()).find();
    if (json) {
      context.environment().out().println(PrettyJson.of(fields(stories, next)));
    } else {
      var console = deckhand.console(context);
      console.printLines(
          new ProgressReportView(console.renderContext(), context.environment().zone())
              .lines(context.library().courses(), stories, hardest(stories), command(next)));
    }
    return ExitCode.OK.code();
  }

  private String command(LessonId next) {
    String learner = context.state().learner();
    String whose = learner.isEmpty() ? "" : " --learner \"" + learner + "\"";
    return "deckhand learn " + next + whose;
  }

  private List<ProgressReportView.HardStep> hardest(Map<LessonId, LessonStatistics> stories) {
    record Found(LessonId lesson, StepStatistics story) {}
    return stories.values().stream()
        .flatMap(
            story -> story.steps().values().stream().map(step -> new Found(story.lesson(), step)))
        .filter(found -> found.story().difficulties() > 0)
        .sorted(
            Comparator.comparingInt((Found found) -> found.story().difficulties())
                .thenComparing(found -> found.story().time())
                .reversed())
        .limit(HARDEST)
        .map(found ->
            new ProgressReportView.HardStep(
                found.lesson(), title(found.lesson(), found.story().step()), found.story()))
        .toList();
  }

  /** The lesson may have been changed or removed since. */
  private String title(LessonId id, int step) {
    Optional<Lesson> lesson = context.library().lesson(id);
    return lesson
        .filter(found -> step <= found.steps().size())
        .map(found -> found.steps().get(step - 1).title())
        .orElse("");
  }

  private Map<String, Object> fields(Map<LessonId, LessonStatistics> stories, LessonId next) {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("learner", context.state().learner());
    fields.put(
        "courses",
        context.library().courses().stream().map(course -> course(course, stories)).toList());
    fields.put(
        "hard",
        hardest(stories).stream()
            .map(hardStep -> {
              Map<String, Object> one = step(hardStep.story());
              one.put("lesson", hardStep.lesson().toString());
              one.put("title", hardStep.title());
              return one;
            })
            .toList());
    fields.put("next", next.toString());
    return fields;
  }

  private static Map<String, Object> course(
      CourseCard course, Map<LessonId, LessonStatistics> stories) {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("id", course.id());
    fields.put("title", course.title());
    fields.put(
        "lessons",
        course.lessons().stream()
            .filter(card -> stories.containsKey(card.id()))
            .map(card -> lesson(card, java.util.Objects.requireNonNull(stories.get(card.id()))))
            .toList());
    return fields;
  }

  private static Map<String, Object> lesson(LessonCard card, LessonStatistics story) {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("id", card.id().toString());
    fields.put("title", card.title());
    fields.put("steps", card.steps());
    fields.put("stepsDone", story.progress().outcomes().size());
    fields.put("finished", story.progress().finished());
    fields.put("seconds", story.time().toSeconds());
    fields.put("last", story.lastActivity().toString());
    fields.put("work", story.steps().values().stream().map(ProgressCommand::step).toList());
    return fields;
  }

  private static Map<String, Object> step(StepStatistics story) {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("step", story.step());
    fields.put("seconds", story.time().toSeconds());
    fields.put("notThereYet", story.failedChecks());
    fields.put("wrongAnswers", story.wrongAnswers());
    fields.put("hints", story.hints());
    fields.put("solutions", story.solutions());
    fields.put("resets", story.resets());
    return fields;
  }
}
