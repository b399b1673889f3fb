package dev.deckhand.lesson.adoc;

import dev.deckhand.check.Place;
import dev.deckhand.lesson.Block;
import dev.deckhand.lesson.Lesson;
import dev.deckhand.lesson.LessonId;
import dev.deckhand.lesson.Step;
import dev.deckhand.lesson.lint.Waivers;
import dev.deckhand.lesson.lint.Whereabouts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.asciidoctor.ast.Document;
import org.asciidoctor.ast.StructuralNode;

/** Reads a document into a lesson. */
final class LessonReader {

  private final SourceFile file;
  private final String course;
  private final String nameless;
  private final Ledger ledger;
  private final CheckBlocks checkBlocks;
  private final Pictures pictures;
  private final Map<Integer, List<Place>> runs = new HashMap<>();

  /**
   * A reader of one file.
   *
   * @param nameless the lesson's id where its header gives none
   */
  LessonReader(
      SourceFile file,
      String course,
      String nameless,
      Ledger ledger,
      CheckBlocks checkBlocks,
      Pictures pictures) {
    this.file = file;
    this.course = course;
    this.nameless = nameless;
    this.ledger = ledger;
    this.checkBlocks = checkBlocks;
    this.pictures = pictures;
  }

  /** A lesson, what its author waives in it, and where things stand. */
  record Draft(Lesson lesson, Waivers waivers, Whereabouts whereabouts) {}

  /** Reads the document; empty, with findings, where it is no lesson. */
  Optional<Draft> read(Document document) {
    var lines = HeaderLines.of(file);
    HeaderWords.check(lines, file, HeaderWords.OF_A_LESSON, ledger);
    Header header = new HeaderReader(document, lines, ledger).read();
    var prose = new ProseReader(ledger, pictures);
    String title = title(document, prose);
    var intro = new ArrayList<Block>();
    var sections = new ArrayList<StructuralNode>();
    for (StructuralNode node : document.getBlocks()) {
      if (node.getContext().equals("section")) {
        sections.add(node);
      } else {
        intro.addAll(prose.read(node));
      }
    }
    if (sections.isEmpty()) {
      ledger.error(
          ledger.at(0), "The lesson has no steps.", "Begin each step with \"== What to do\".");
    }
    loose();
    if (title.isEmpty() || sections.isEmpty()) {
      return Optional.empty();
    }
    var lesson =
        new Lesson(
            new LessonId(course, header.id().isEmpty() ? nameless : header.id()),
            title,
            header.needs(),
            header.requires().stream().map(this::full).toList(),
            header.minutes(),
            header.level(),
            header.ordering(),
            intro,
            steps(sections),
            file.name());
    return Optional.of(
        new Draft(lesson, new WaiverReader(ledger).read(sections), new Whereabouts(runs)));
  }

  /** Finds marks at the end of the file, which stand over nothing. */
  private void loose() {
    for (int number = file.lines().size(); number > 0; number--) {
      String line = file.line(number);
      if (line.matches("\\[[.#%\\w].*]")) {
        ledger.error(
            ledger.at(number),
            "Nothing follows these marks.",
            "Write a block below, or delete them.");
      } else if (!line.isBlank() && !line.startsWith("//")) {
        return;
      }
    }
  }

  private String title(Document document, ProseReader prose) {
    // without a title of its own, Asciidoctor gives a document that of its first section
    boolean own = document.getAttributes().get("doctitle") != null;
    String title = own ? prose.inlines().plain(document.getDoctitle()) : "";
    if (title.isEmpty()) {
      ledger.error(
          ledger.at(1),
          "The lesson has no title.",
          "Begin the file with \"= Pods: what they are\".");
    }
    return title;
  }

  private List<Step> steps(List<StructuralNode> sections) {
    var steps = new ArrayList<Step>();
    var titles = new HashSet<String>();
    for (StructuralNode section : sections) {
      var reader = new StepReader(steps.size() + 1, file, ledger, checkBlocks, pictures);
      Step step = reader.read(section);
      runs.put(step.number(), reader.runs());
      if (!titles.add(step.title())) {
        ledger.warning(
            step.place(),
            "Two steps have the title \"" + step.title() + "\".",
            "Give each its own: learners and pages find a step by it.");
      }
      steps.add(step);
    }
    return steps;
  }

  private String full(String required) {
    return required.contains("/") ? required : course + "/" + required;
  }
}
