package dev.deckhand.lesson.adoc;

import dev.deckhand.check.diagnostic.SourcePosition;
import dev.deckhand.lesson.Block;
import dev.deckhand.lesson.Lesson;
import dev.deckhand.lesson.LessonId;
import dev.deckhand.lesson.Step;
import dev.deckhand.lesson.adoc.document.BlockNode;
import dev.deckhand.lesson.adoc.document.DocumentNode;
import dev.deckhand.lesson.adoc.header.HeaderAttributes;
import dev.deckhand.lesson.adoc.header.HeaderValidator;
import dev.deckhand.lesson.adoc.header.LessonHeader;
import dev.deckhand.lesson.adoc.header.LessonHeaderReader;
import dev.deckhand.lesson.adoc.prose.PictureSource;
import dev.deckhand.lesson.adoc.prose.ProseReader;
import dev.deckhand.lesson.adoc.source.DiagnosticCollector;
import dev.deckhand.lesson.adoc.source.SourceFile;
import dev.deckhand.lesson.lint.LintWaivers;
import dev.deckhand.lesson.lint.RunBlockPlaces;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a document into a lesson. */
final class LessonReader {

  private final SourceFile file;
  private final String course;
  private final String defaultId;
  private final DiagnosticCollector diagnostics;
  private final CheckBlockReader checkBlockReader;
  private final PictureSource pictureSource;
  private final Map<Integer, List<SourcePosition>> runBlockPlaces = new HashMap<>();

  /**
   * A reader of one file.
   *
   * @param nameless the lesson's id if its header gives none
   */
  LessonReader(
      SourceFile file,
      String course,
      String nameless,
      DiagnosticCollector diagnostics,
      CheckBlockReader checkBlockReader,
      PictureSource pictureSource) {
    this.file = file;
    this.course = course;
    this.defaultId = nameless;
    this.diagnostics = diagnostics;
    this.checkBlockReader = checkBlockReader;
    this.pictureSource = pictureSource;
  }

  /** A lesson with its waivers and the places of its run blocks. */
  record Draft(Lesson lesson, LintWaivers waivers, RunBlockPlaces runBlockPlaces) {}

  /** Reads the document; empty, with findings, if it isn't a lesson. */
  Optional<Draft> read(DocumentNode document) {
    var lines = HeaderAttributes.of(file);
    HeaderValidator.check(lines, file, HeaderValidator.LESSON_ATTRIBUTES, diagnostics);
    LessonHeader lessonHeader = new LessonHeaderReader(document, lines, diagnostics).read();
    var prose = new ProseReader(diagnostics, pictureSource);
    String title = title(document, prose);
    var intro = new ArrayList<Block>();
    var sections = new ArrayList<BlockNode>();
    for (BlockNode node : document.blocks()) {
      if (node.context().equals("section")) {
        sections.add(node);
      } else {
        intro.addAll(prose.read(node));
      }
    }
    if (sections.isEmpty()) {
      diagnostics.error(0, "The lesson has no steps.", "Begin each step with \"== What to do\".");
    }
    checkDanglingAttributes();
    if (title.isEmpty() || sections.isEmpty()) {
      return Optional.empty();
    }
    var lesson =
        new Lesson(
            new LessonId(course, lessonHeader.id().isEmpty() ? defaultId : lessonHeader.id()),
            title,
            lessonHeader.needs(),
            lessonHeader.metadata().inCourse(course),
            intro,
            steps(sections),
            file.name());
    return Optional.of(
        new Draft(
            lesson,
            new WaiverReader(diagnostics).read(sections),
            new RunBlockPlaces(runBlockPlaces)));
  }

  /** Finds block attributes at the end of the file with no block below. */
  private void checkDanglingAttributes() {
    for (int number = file.lines().size(); number > 0; number--) {
      String line = file.line(number);
      if (line.matches("\\[[.#%\\w].*]")) {
        diagnostics.error(
            number, "Nothing follows these marks.", "Write a block below, or delete them.");
      } else if (!line.isBlank() && !line.startsWith("//")) {
        return;
      }
    }
  }

  private String title(DocumentNode document, ProseReader prose) {
    // for a document without a title, it would be that of its first section
    String title = document.hasTitle() ? prose.inlines().plainText(document.title()) : "";
    if (title.isEmpty()) {
      diagnostics.error(
          1, "The lesson has no title.", "Begin the file with \"= Pods: what they are\".");
    }
    return title;
  }

  private List<Step> steps(List<BlockNode> sections) {
    var steps = new ArrayList<Step>();
    var titles = new HashSet<String>();
    for (BlockNode section : sections) {
      var reader =
          new StepReader(steps.size() + 1, file, diagnostics, checkBlockReader, pictureSource);
      Step step = reader.read(section);
      runBlockPlaces.put(step.number(), reader.runBlockPlaces());
      if (!titles.add(step.title())) {
        diagnostics.warning(
            step.place(),
            "Two steps have the title \"" + step.title() + "\".",
            "Give each its own: learners and pages find a step by it.");
      }
      steps.add(step);
    }
    return steps;
  }
}
