package dev.deckhand.site.document;

import dev.deckhand.lesson.Ability;
import dev.deckhand.lesson.LabKind;
import dev.deckhand.lesson.LabNeeds;
import dev.deckhand.lesson.Lesson;
import dev.deckhand.lesson.RecordedOutput;
import dev.deckhand.lesson.Step;
import dev.deckhand.site.asciidoc.AsciidocBlockWriter;
import dev.deckhand.site.asciidoc.AsciidocEscaper;
import dev.deckhand.site.asciidoc.PluralFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes a lesson as AsciiDoc again, for a page that is read without the shell. */
public final class LessonPage {

  /** Its anchors are those of the steps, which other pages lead to; no number is made up. */
  private static final List<String> DOCUMENT_ATTRIBUTES =
      List.of(":!sectids:", ":!table-caption:", "");

  private static final String OUTPUT_NOTICE =
      "Output is what the commands printed when this lesson was last tested in a real lab. Names,"
          + " ids, addresses and times will be others for you.";

  private LessonPage() {}

  /** Returns the content as a document without a title, to be put below one. */
  public static String contentAdoc(Lesson lesson, RecordedOutput recordedOutput) {
    var lines = new ArrayList<>(DOCUMENT_ATTRIBUTES);
    lines.addAll(content(lesson, recordedOutput));
    return String.join("\n", lines) + "\n";
  }

  /** Returns the whole page. The same lesson gives the same text. */
  public static String adoc(Lesson lesson) {
    return adoc(lesson, RecordedOutput.NONE);
  }

  /** Returns the whole page, with what the lesson's commands printed below them. */
  public static String adoc(Lesson lesson, RecordedOutput recordedOutput) {
    var lines =
        new ArrayList<>(List.of("= " + AsciidocEscaper.inline(lesson.title()), ":lang: en"));
    lines.addAll(DOCUMENT_ATTRIBUTES);
    lines.addAll(body(lesson, recordedOutput));
    return String.join("\n", lines) + "\n";
  }

  private static List<String> body(Lesson lesson, RecordedOutput recordedOutput) {
    var lines = new ArrayList<String>();
    lines.addAll(facts(lesson));
    lines.addAll(content(lesson, recordedOutput));
    return lines;
  }

  private static List<String> content(Lesson lesson, RecordedOutput recordedOutput) {
    var lines = new ArrayList<>(AsciidocBlockWriter.lines(lesson.intro()));
    lines.addAll(contents(lesson));
    if (!recordedOutput.isEmpty()) {
      lines.addAll(List.of("[.mark]", "{empty}" + OUTPUT_NOTICE, ""));
    }
    lesson.steps().forEach(step -> lines.addAll(LessonPageStep.lines(step, recordedOutput)));
    return lines;
  }

  private static List<String> facts(Lesson lesson) {
    LabNeeds needs = lesson.needs();
    var lines = new ArrayList<>(List.of("[.facts]"));
    fact(
        lines, "Time", lesson.minutes() == 0 ? "" : PluralFormatter.of(lesson.minutes(), "minute"));
    fact(lines, "Level", AsciidocEscaper.inline(lesson.level()));
    fact(lines, "Lab", labNames(needs));
    fact(lines, "Images", codes(needs.images().stream()));
    fact(lines, "Needs", codes(needs.abilities().stream().sorted().map(Ability::keyword)));
    fact(lines, "Namespace", needs.namespace().equals("default") ? "" : code(needs.namespace()));
    fact(lines, "First do", codes(lesson.requires().stream()));
    fact(lines, "Try it", code("deckhand learn " + lesson.id()));
    lines.add("");
    return lines;
  }

  private static void fact(List<String> lines, String name, String words) {
    if (!words.isEmpty()) {
      lines.add(name + ":: {empty}" + words);
    }
  }

  /** What a lesson runs in, in words. */
  public static String labNames(LabNeeds needs) {
    return needs.labs().isEmpty()
        ? "none, only reading and questions"
        : needs.labs().stream().sorted().map(LessonPage::lab).collect(Collectors.joining(", "));
  }

  private static String lab(LabKind kind) {
    return switch (kind) {
      case DOCKER -> "a Docker engine";
      case KUBERNETES -> "a Kubernetes cluster";
      case JAVA -> "JShell";
    };
  }

  private static List<String> contents(Lesson lesson) {
    var lines = new ArrayList<>(List.of("[.contents]"));
    for (Step step : lesson.steps()) {
      lines.add(
          ". link:#"
              + LessonPageStep.anchor(step)
              + "["
              + AsciidocEscaper.inline(step.title())
              + "]");
    }
    lines.add("");
    return lines;
  }

  private static String codes(Stream<String> texts) {
    return texts.map(LessonPage::code).collect(Collectors.joining(" "));
  }

  private static String code(String text) {
    return "``" + AsciidocEscaper.inline(text) + "``";
  }
}
