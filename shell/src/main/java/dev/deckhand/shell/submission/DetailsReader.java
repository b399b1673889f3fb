package dev.deckhand.shell.submission;

import dev.deckhand.lesson.Lesson;
import dev.deckhand.lesson.StepOrder;
import dev.deckhand.lesson.StepOrderMode;
import dev.deckhand.lesson.variable.ValueDraw;
import dev.deckhand.shell.submission.archive.PrintableName;
import dev.deckhand.shell.submission.archive.SubmittedFile;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reads {@code submission.yaml}. */
final class DetailsReader {

  private final Lesson lesson;
  private final YamlMapping yaml;

  private DetailsReader(Lesson lesson, YamlMapping yaml) {
    this.lesson = lesson;
    this.yaml = yaml;
  }

  /**
   * Reads the file.
   *
   * @param lesson with its steps as they are written
   */
  static SubmissionDetails read(Lesson lesson, SubmittedFile file, WorkRemarks remarks) {
    Optional<YamlMapping> yaml = YamlMapping.read(SubmissionDetails.FILE, file, remarks);
    if (yaml.isEmpty()) {
      return SubmissionDetails.NONE;
    }
    return new DetailsReader(lesson, yaml.get()).read();
  }

  private SubmissionDetails read() {
    String id = "";
    String lessonVersion = "";
    String program = "";
    List<Integer> order = List.of();
    OptionalLong seed = OptionalLong.empty();
    Map<Integer, Integer> hints = new TreeMap<>();
    var solutions = new TreeSet<Integer>();
    var skipped = new TreeSet<Integer>();
    for (YamlMapping.Value value : yaml.values().values()) {
      switch (value.key()) {
        case "format" -> checkFormat(value);
        case "lesson" -> id = checkedLesson(value);
        case "lessonVersion" -> lessonVersion = word(value);
        case "program" -> program = word(value);
        case "order" -> order = order(value);
        case "seed" -> seed = seed(value);
        case "hints" -> hints.putAll(hints(value));
        case "solutions" -> solutions.addAll(steps(value));
        case "skipped" -> skipped.addAll(steps(value));
        default -> yaml.remark(value, "isn't known");
      }
    }
    return new SubmissionDetails(
        id, lessonVersion, program, order, seed, LearnerHelp.of(hints, solutions, skipped));
  }

  private void checkFormat(YamlMapping.Value value) {
    OptionalLong format = yaml.number(value);
    if (format.isPresent() && format.getAsLong() != SubmissionDetails.FORMAT) {
      yaml.note(
          value,
          "is "
              + format.getAsLong()
              + ", and this program knows "
              + SubmissionDetails.FORMAT
              + ".");
    }
  }

  private String checkedLesson(YamlMapping.Value value) {
    String id = word(value);
    if (!id.isEmpty() && !id.equals(lesson.id().toString())) {
      yaml.note(
          value, "is " + PrintableName.quoted(id) + ", but it's graded as " + lesson.id() + ".");
    }
    return id;
  }

  private String word(YamlMapping.Value value) {
    String text = yaml.text(value);
    return text == null || text.length() > 200 ? "" : text;
  }

  private List<Integer> order(YamlMapping.Value value) {
    List<Integer> order = yaml.numbers(value);
    if (order.isEmpty()) {
      return order;
    }
    if (lesson.ordering() != StepOrderMode.DRAWN) {
      yaml.remark(value, "makes no sense, because the lesson has a fixed order of steps");
      return List.of();
    }
    try {
      if (order.size() == lesson.steps().size()) {
        return new StepOrder(order).written();
      }
    } catch (IllegalArgumentException other) {
      // the remark says so
    }
    yaml.remark(value, "must have each number from 1 to " + lesson.steps().size() + " once");
    return List.of();
  }

  private Map<Integer, Integer> hints(YamlMapping.Value value) {
    var hints = new TreeMap<Integer, Integer>();
    for (YamlMapping.Value step : yaml.mapping(value).values()) {
      OptionalLong count = yaml.number(step);
      if (!isStep(step.key())) {
        yaml.remark(step, "isn't a step of the lesson");
      } else if (count.isPresent() && (count.getAsLong() < 0 || count.getAsLong() > 99)) {
        yaml.remark(step, "must have a number of hints");
      } else if (count.isPresent() && count.getAsLong() > 0) {
        hints.put(Integer.valueOf(step.key()), (int) count.getAsLong());
      }
    }
    return hints;
  }

  private OptionalLong seed(YamlMapping.Value value) {
    OptionalLong seed = yaml.number(value);
    if (seed.isPresent() && lesson.variation().isNone()) {
      yaml.remark(value, "makes no sense, because the lesson is the same for all");
      return OptionalLong.empty();
    }
    if (seed.isPresent() && (seed.getAsLong() < 0 || seed.getAsLong() > ValueDraw.MAX_SEED)) {
      yaml.remark(value, "must be a number from 0 to " + ValueDraw.MAX_SEED);
      return OptionalLong.empty();
    }
    return seed;
  }

  private List<Integer> steps(YamlMapping.Value value) {
    List<Integer> steps = yaml.numbers(value);
    if (steps.stream().allMatch(step -> isStep(step.toString()))) {
      return steps;
    }
    yaml.remark(value, "has a number that isn't a step of the lesson");
    return List.of();
  }

  private boolean isStep(String number) {
    return number.matches("[1-9]\\d{0,3}") && Integer.parseInt(number) <= lesson.steps().size();
  }
}
