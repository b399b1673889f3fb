package dev.deckhand.shell.submission;

import dev.deckhand.check.Question;
import dev.deckhand.lesson.Lesson;
import dev.deckhand.lesson.Quiz;
import dev.deckhand.lesson.Step;
import dev.deckhand.shell.submission.archive.SubmittedFile;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads {@code answers.yaml}: answers and choices, by the ids of questions and quizzes, or by the
 * number of a step that has only one of them.
 */
final class AnswersFile {

  static final String NAME = "answers.yaml";
  static final String OTHER_NAME = "answers.yml";

  private static final int MAX_ANSWER = 4_000;

  private final Lesson lesson;
  private final YamlMapping yaml;
  private final Map<String, String> answers = new TreeMap<>();
  private final Map<String, Set<Integer>> choices = new TreeMap<>();

  private AnswersFile(Lesson lesson, YamlMapping yaml) {
    this.lesson = lesson;
    this.yaml = yaml;
  }

  /** What the file has, by ids. */
  record Sheet(Map<String, String> answers, Map<String, Set<Integer>> choices) {
    static final Sheet EMPTY = new Sheet(Map.of(), Map.of());
  }

  /**
   * Reads a file.
   *
   * @param lesson with its steps in the learner's order
   */
  static Sheet read(String name, SubmittedFile file, Lesson lesson, WorkRemarks remarks) {
    return YamlMapping.read(name, file, remarks)
        .map(yaml -> new AnswersFile(lesson, yaml).read())
        .orElse(Sheet.EMPTY);
  }

  private Sheet read() {
    for (YamlMapping.Value value : yaml.values().values()) {
      if (value.key().matches("\\d{1,4}")) {
        readStep(Integer.parseInt(value.key()), value);
      } else {
        readById(value);
      }
    }
    return new Sheet(answers, choices);
  }

  private void readById(YamlMapping.Value value) {
    for (Step step : lesson.steps()) {
      for (Question question : step.questions()) {
        if (question.id().equals(value.key())) {
          addAnswer(question, value);
          return;
        }
      }
      for (Quiz quiz : step.quizzes()) {
        if (quiz.id().equals(value.key())) {
          addChoice(quiz, value);
          return;
        }
      }
    }
    yaml.remark(value, "is neither a step, a question nor a quiz of the lesson");
  }

  private void readStep(int number, YamlMapping.Value value) {
    if (number < 1 || number > lesson.steps().size()) {
      yaml.remark(value, "isn't a step: the lesson has steps 1 to " + lesson.steps().size());
      return;
    }
    Step step = lesson.steps().get(number - 1);
    int questions = step.questions().size();
    int quizzes = step.quizzes().size();
    if (questions + quizzes == 0) {
      yaml.remark(value, "is a step without a question");
    } else if (questions + quizzes > 1) {
      yaml.remark(value, "is a step with several questions, whose ids are " + ids(step));
    } else if (questions == 1) {
      addAnswer(step.questions().getFirst(), value);
    } else {
      addChoice(step.quizzes().getFirst(), value);
    }
  }

  private static String ids(Step step) {
    return Stream.concat(
            step.questions().stream().map(Question::id), step.quizzes().stream().map(Quiz::id))
        .collect(Collectors.joining(", "));
  }

  private void addAnswer(Question question, YamlMapping.Value value) {
    String text = yaml.text(value);
    if (text != null && text.length() > MAX_ANSWER) {
      yaml.remark(value, "is longer than " + MAX_ANSWER + " characters");
    } else if (text != null && answers.put(question.id(), text) != null) {
      yaml.note(value, "answers a question again: the last answer counts.");
    }
  }

  private void addChoice(Quiz quiz, YamlMapping.Value value) {
    List<Integer> numbers = yaml.numbers(value);
    if (numbers.isEmpty()) {
      return;
    }
    Set<Integer> chosen = new HashSet<>(numbers);
    if (!isChoice(quiz, chosen)) {
      yaml.remark(value, "must have numbers from 1 to " + quiz.choices().size());
    } else if (choices.put(quiz.id(), chosen) != null) {
      yaml.note(value, "chooses again: the last choice counts.");
    }
  }

  /** Whether a quiz has all these choices. */
  static boolean isChoice(Quiz quiz, Set<Integer> numbers) {
    return numbers.stream().allMatch(number -> number >= 1 && number <= quiz.choices().size());
  }
}
