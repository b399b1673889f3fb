package dev.deckhand.lesson.coverage;

import dev.deckhand.check.diagnostic.SpellingSuggester;
import dev.deckhand.lesson.CourseLibrary;
import dev.deckhand.lesson.Lesson;
import dev.deckhand.lesson.LessonId;
import dev.deckhand.lesson.Step;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** An index of all steps, by course, lesson, and title or number. */
public final class StepIndex {

  private final Map<LessonId, List<String>> titles = new LinkedHashMap<>();

  private StepIndex(Collection<Lesson> lessons) {
    for (Lesson lesson : lessons) {
      titles.put(lesson.id(), lesson.steps().stream().map(Step::title).toList());
    }
  }

  /** The steps of lessons. */
  public static StepIndex of(Collection<Lesson> lessons) {
    return new StepIndex(lessons);
  }

  /** The steps of all lessons of a library. */
  public static StepIndex of(CourseLibrary courseLibrary) {
    return new StepIndex(
        courseLibrary.lessons().stream()
            .flatMap(card -> courseLibrary.lesson(card.id()).stream())
            .toList());
  }

  Set<LessonId> lessons() {
    return titles.keySet();
  }

  boolean has(LessonId lesson) {
    return titles.containsKey(lesson);
  }

  /**
   * Finds {@code course/lesson#TITLE} or {@code course/lesson#NUMBER}.
   *
   * @throws StepNotFoundException if there is none; the message suggests the nearest one
   */
  CourseCoverage.StepReference find(String address) throws StepNotFoundException {
    int hash = address.indexOf('#');
    if (hash < 0) {
      throw new StepNotFoundException(
          "\"" + address + "\" is no step.",
          "Write course/lesson#step, with the step's title or number.");
    }
    String lesson = address.substring(0, hash);
    String step = address.substring(hash + 1).strip();
    var found =
        titles.entrySet().stream()
            .filter(one -> one.getKey().toString().equals(lesson))
            .findFirst()
            .orElseThrow(() -> noLesson(lesson));
    LessonId id = found.getKey();
    List<String> steps = found.getValue();
    List<String> typed = steps.stream().map(StepIndex::withTypedApostrophes).toList();
    int number = typed.indexOf(withTypedApostrophes(step)) + 1;
    if (number != typed.lastIndexOf(withTypedApostrophes(step)) + 1) {
      throw new StepNotFoundException(
          "The lesson \"" + lesson + "\" has more than one step \"" + step + "\".",
          "Name the step by its number: " + lesson + "#" + number + " is the first of them.");
    }
    if (number == 0 && step.matches("[0-9]{1,3}")) {
      number = Integer.parseInt(step);
    }
    if (number < 1 || number > steps.size()) {
      throw new StepNotFoundException(
          "The lesson \"" + lesson + "\" has no step \"" + step + "\".",
          SpellingSuggester.suggest(step, steps)
              .map(near -> "Did you mean \"" + near + "\"?")
              .orElse("It has: " + String.join(" | ", steps)));
    }
    return new CourseCoverage.StepReference(id, number, steps.get(number - 1));
  }

  /** AsciiDoc replaces the typewriter apostrophe that authors type. */
  private static String withTypedApostrophes(String title) {
    return title.replace('’', '\'');
  }

  private StepNotFoundException noLesson(String lesson) {
    List<String> all = titles.keySet().stream().map(LessonId::toString).toList();
    return new StepNotFoundException(
        "There is no lesson \"" + lesson + "\".",
        SpellingSuggester.suggest(lesson, all)
            .map(near -> "Did you mean \"" + near + "\"?")
            .orElse("If it is still to be written, name it below \"to-come:\"."));
  }

  /** There is no step at this address. */
  static final class StepNotFoundException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String remedy;

    StepNotFoundException(String what, String next) {
      super(what);
      this.remedy = next;
    }

    String reason() {
      return String.valueOf(getMessage());
    }

    String remedy() {
      return remedy;
    }
  }
}
