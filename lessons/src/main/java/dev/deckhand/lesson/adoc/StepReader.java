package dev.deckhand.lesson.adoc;

import dev.deckhand.check.Check;
import dev.deckhand.check.Question;
import dev.deckhand.check.diagnostic.SourcePosition;
import dev.deckhand.check.document.CheckBlock;
import dev.deckhand.lesson.Block;
import dev.deckhand.lesson.Hint;
import dev.deckhand.lesson.Quiz;
import dev.deckhand.lesson.Script;
import dev.deckhand.lesson.ScriptSet;
import dev.deckhand.lesson.Step;
import dev.deckhand.lesson.StepContent;
import dev.deckhand.lesson.StepTasks;
import dev.deckhand.lesson.adoc.document.BlockNode;
import dev.deckhand.lesson.adoc.prose.BlockRole;
import dev.deckhand.lesson.adoc.prose.BlockRoleReader;
import dev.deckhand.lesson.adoc.prose.PictureSource;
import dev.deckhand.lesson.adoc.prose.ProseReader;
import dev.deckhand.lesson.adoc.source.BlockAttributes;
import dev.deckhand.lesson.adoc.source.BlockLines;
import dev.deckhand.lesson.adoc.source.DiagnosticCollector;
import dev.deckhand.lesson.adoc.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a section into a step. For one use. */
final class StepReader {

  private final int number;
  private final SourceFile file;
  private final DiagnosticCollector diagnostics;
  private final ProseReader prose;
  private final ScriptReader scripts;
  private final CheckBlockReader checkBlockReader;
  private final BlockRoleReader blockRoleReader;

  private final List<Block> proseBlocks = new ArrayList<>();
  private final List<SourcePosition> runBlockPlaces = new ArrayList<>();
  private final List<Script> setup = new ArrayList<>();
  private final List<Check> checks = new ArrayList<>();
  private final List<Question> questions = new ArrayList<>();
  private final List<Quiz> quizzes = new ArrayList<>();
  private final List<Hint> hints = new ArrayList<>();
  private @Nullable Script solution;
  private final List<Script> alternatives = new ArrayList<>();
  private final List<Script> wrongs = new ArrayList<>();
  private final List<Block> debrief = new ArrayList<>();
  private final List<Block> instructor = new ArrayList<>();

  StepReader(
      int number,
      SourceFile file,
      DiagnosticCollector diagnostics,
      CheckBlockReader checkBlockReader,
      PictureSource pictureSource) {
    this.number = number;
    this.file = file;
    this.diagnostics = diagnostics;
    this.prose = new ProseReader(diagnostics, pictureSource);
    this.scripts = new ScriptReader(diagnostics, prose.inlines());
    this.checkBlockReader = checkBlockReader;
    this.blockRoleReader = new BlockRoleReader(diagnostics);
  }

  Step read(BlockNode section) {
    SourcePosition position = diagnostics.at(section);
    diagnostics.setCurrentLine(position.line());
    String title = prose.inlines().plainText(section.title());
    if (title.isEmpty()) {
      diagnostics.error(position, "The step has no title.", "Write one behind the ==.");
    }
    section.blocks().forEach(this::readBlock);
    if (solution == null && !(checks.isEmpty() && questions.isEmpty())) {
      diagnostics.error(
          position,
          "The step \"" + title + "\" has something to do, and no solution.",
          "Add a [source.solution,shell] block: lesson tests and \"skip\" run it.");
    }
    return new Step(
        number,
        title,
        new StepContent(proseBlocks, debrief, instructor),
        new StepTasks(checks, questions, quizzes, hints),
        new ScriptSet(setup, solution, alternatives, wrongs),
        position);
  }

  /** The places of the run blocks, in order. */
  List<SourcePosition> runBlockPlaces() {
    return List.copyOf(runBlockPlaces);
  }

  private void readBlock(BlockNode node) {
    diagnostics.setCurrentLine(node.line());
    if (node.context().equals("section")) {
      blockRoleReader.checkHeading(node);
      proseBlocks.add(prose.heading(node));
      node.blocks().forEach(this::readBlock);
      return;
    }
    blockRoleReader
        .roleOf(node)
        .ifPresentOrElse(
            blockRole -> readMarked(blockRole, node),
            () -> proseBlocks.addAll(prose.readMarked(node)));
  }

  private void readMarked(BlockRole blockRole, BlockNode node) {
    if (new MarkedBlockValidator(blockRole, node, file, diagnostics).validate()) {
      addMarked(blockRole, node);
    }
  }

  private void addMarked(BlockRole blockRole, BlockNode node) {
    switch (blockRole) {
      case RUN -> {
        List<Block> shown = prose.readMarked(node);
        shown.stream()
            .filter(Block.Run.class::isInstance)
            .forEach(_ -> runBlockPlaces.add(diagnostics.at(node)));
        proseBlocks.addAll(shown);
      }
      case DIAGRAM, DRAWN -> proseBlocks.addAll(prose.readMarked(node));
      case SETUP -> scripts.read(node, blockRole).ifPresent(setup::add);
      case CHECK ->
          checkBlockReader
              .check(checkBlock(node, number + "." + (checks.size() + 1)), diagnostics)
              .ifPresent(checks::add);
      case ANSWER ->
          checkBlockReader
              .question(checkBlock(node, number + ".q" + (questions.size() + 1)), diagnostics)
              .ifPresent(questions::add);
      case QUIZ ->
          new QuizReader(diagnostics, prose)
              .read(node, number + ".z" + (quizzes.size() + 1))
              .ifPresent(quizzes::add);
      case HINT -> hints.add(new Hint(content(blockRole, node)));
      case SOLUTION -> scripts.read(node, blockRole).ifPresent(script -> setSolution(script, node));
      case ALTERNATIVE -> scripts.read(node, blockRole).ifPresent(alternatives::add);
      case WRONG -> scripts.read(node, blockRole).ifPresent(wrongs::add);
      case DEBRIEF -> debrief.addAll(content(blockRole, node));
      case INSTRUCTOR -> instructor.addAll(content(blockRole, node));
    }
  }

  private List<Block> content(BlockRole blockRole, BlockNode node) {
    List<Block> content = prose.readContent(node);
    if (content.isEmpty()) {
      diagnostics.error(
          node, "The " + blockRole.keyword() + " is empty.", "Say something in it, or delete it.");
    }
    return content;
  }

  private CheckBlock checkBlock(BlockNode node, String id) {
    var attributes = BlockAttributes.of(node);
    return new CheckBlock(
        id,
        prose.inlines().plainText(node.title()),
        attributes.named(),
        attributes.options(),
        diagnostics.at(node),
        String.join("\n", node.lines()),
        diagnostics.at(BlockLines.contentStart(node, file)));
  }

  private void setSolution(Script script, BlockNode node) {
    if (solution != null) {
      diagnostics.error(
          node,
          "The step has a second solution.",
          "Mark it alternative, and give it a title that says what it does.");
      return;
    }
    solution = script;
  }
}
