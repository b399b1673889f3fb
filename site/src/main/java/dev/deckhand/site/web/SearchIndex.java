package dev.deckhand.site.web;

import dev.deckhand.check.Check;
import dev.deckhand.check.Question;
import dev.deckhand.lesson.Lesson;
import dev.deckhand.lesson.Quiz;
import dev.deckhand.lesson.Step;
import dev.deckhand.site.Syllabus;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The search index, as a script that passes it on: a page may load scripts from files, but not
 * data. It has no hints and solutions, so the search doesn't give them away.
 */
public final class SearchIndex {

  private SearchIndex() {}

  /** Returns the script. Each entry: address, step's title, lesson's title, text. */
  public static String script(Syllabus syllabus) {
    var entries = new ArrayList<String>();
    for (Lesson lesson : syllabus.lessons()) {
      entries.add(
          entry(
              SitePaths.lesson(lesson.id()),
              lesson.title(),
              "",
              PlainTextRenderer.of(lesson.intro())));
      for (Step step : lesson.steps()) {
        entries.add(
            entry(
                SitePaths.stepLink(lesson, step.number()),
                step.number() + ". " + step.title(),
                lesson.title(),
                text(step)));
      }
    }
    return "deckhandSearch([\n" + String.join(",\n", entries) + "\n]);\n";
  }

  private static String text(Step step) {
    return Stream.of(
            Stream.of(PlainTextRenderer.of(step.prose())),
            step.checks().stream().filter(check -> !check.hidden()).map(Check::title),
            step.questions().stream().map(Question::title),
            step.quizzes().stream().map(Quiz::title),
            Stream.of(PlainTextRenderer.of(step.debrief())))
        .flatMap(pieces -> pieces)
        .collect(Collectors.joining(" "))
        .replaceAll("\\s+", " ")
        .strip();
  }

  private static String entry(String... fields) {
    return List.of(fields).stream()
        .map(SearchIndex::quoted)
        .collect(Collectors.joining(",", "[", "]"));
  }

  private static String quoted(String text) {
    var safe = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char sign = text.charAt(i);
      if (sign == '"' || sign == '\\') {
        safe.append('\\').append(sign);
      } else if (sign < ' ' || sign == '<' || sign == '\u2028' || sign == '\u2029') {
        safe.append("\\u%04x".formatted((int) sign));
      } else {
        safe.append(sign);
      }
    }
    return safe.append('"').toString();
  }
}
