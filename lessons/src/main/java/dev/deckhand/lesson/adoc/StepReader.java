package dev.deckhand.lesson.adoc;

import dev.deckhand.check.Check;
import dev.deckhand.check.Place;
import dev.deckhand.check.Question;
import dev.deckhand.check.document.CheckBlock;
import dev.deckhand.lesson.Block;
import dev.deckhand.lesson.Hint;
import dev.deckhand.lesson.Quiz;
import dev.deckhand.lesson.Script;
import dev.deckhand.lesson.Step;
import java.util.ArrayList;
import java.util.List;
import org.asciidoctor.ast.StructuralNode;
import org.jspecify.annotations.Nullable;

/** Reads one section into one step; for one step only. */
final class StepReader {

  private final int number;
  private final SourceFile file;
  private final Ledger ledger;
  private final ProseReader prose;
  private final ScriptReader scripts;
  private final CheckBlocks checkBlocks;
  private final Roles roles;

  private final List<Block> read = new ArrayList<>();
  private final List<Place> runs = new ArrayList<>();
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
      int number, SourceFile file, Ledger ledger, CheckBlocks checkBlocks, Pictures pictures) {
    this.number = number;
    this.file = file;
    this.ledger = ledger;
    this.prose = new ProseReader(ledger, pictures);
    this.scripts = new ScriptReader(ledger, prose.inlines());
    this.checkBlocks = checkBlocks;
    this.roles = new Roles(ledger);
  }

  Step read(StructuralNode section) {
    Place place = ledger.at(section);
    ledger.reading(place.line());
    String title = prose.inlines().plain(section.getTitle());
    if (title.isEmpty()) {
      ledger.error(place, "The step has no title.", "Write one behind the ==.");
    }
    section.getBlocks().forEach(this::block);
    if (solution == null && !(checks.isEmpty() && questions.isEmpty())) {
      ledger.error(
          place,
          "The step \"" + title + "\" has something to do, and no solution.",
          "Add a [source.solution,shell] block: lesson tests and \"skip\" run it.");
    }
    return new Step(
        number,
        title,
        read,
        setup,
        checks,
        questions,
        quizzes,
        hints,
        solution,
        alternatives,
        wrongs,
        debrief,
        instructor,
        place);
  }

  /** The places of the commands to try, in order. */
  List<Place> runs() {
    return List.copyOf(runs);
  }

  private void block(StructuralNode node) {
    ledger.reading(Lines.of(node));
    if (node.getContext().equals("section")) {
      roles.onHeading(node);
      read.add(prose.heading(node));
      node.getBlocks().forEach(this::block);
      return;
    }
    roles.of(node).ifPresentOrElse(role -> marked(role, node), () -> read.addAll(prose.show(node)));
  }

  private void marked(Role role, StructuralNode node) {
    if (new MarkedBlock(role, node, file, ledger).isWhole()) {
      take(role, node);
    }
  }

  private void take(Role role, StructuralNode node) {
    switch (role) {
      case RUN -> {
        List<Block> shown = prose.show(node);
        shown.stream().filter(Block.Run.class::isInstance).forEach(_ -> runs.add(ledger.at(node)));
        read.addAll(shown);
      }
      case DIAGRAM, DRAWN -> read.addAll(prose.show(node));
      case SETUP -> scripts.read(node, role).ifPresent(setup::add);
      case CHECK ->
          checkBlocks
              .check(checkBlock(node, number + "." + (checks.size() + 1)), ledger)
              .ifPresent(checks::add);
      case ANSWER ->
          checkBlocks
              .question(checkBlock(node, number + ".q" + (questions.size() + 1)), ledger)
              .ifPresent(questions::add);
      case QUIZ ->
          new QuizReader(ledger, prose)
              .read(node, number + ".z" + (quizzes.size() + 1))
              .ifPresent(quizzes::add);
      case HINT -> hints.add(new Hint(content(role, node)));
      case SOLUTION -> scripts.read(node, role).ifPresent(script -> solve(script, node));
      case ALTERNATIVE -> scripts.read(node, role).ifPresent(alternatives::add);
      case WRONG -> scripts.read(node, role).ifPresent(wrongs::add);
      case DEBRIEF -> debrief.addAll(content(role, node));
      case INSTRUCTOR -> instructor.addAll(content(role, node));
    }
  }

  private List<Block> content(Role role, StructuralNode node) {
    List<Block> content = prose.readContent(node);
    if (content.isEmpty()) {
      ledger.error(
          ledger.at(node),
          "The " + role.word() + " is empty.",
          "Say something in it, or delete it.");
    }
    return content;
  }

  private CheckBlock checkBlock(StructuralNode node, String id) {
    var attributes = BlockAttributes.of(node);
    return new CheckBlock(
        id,
        prose.inlines().plain(node.getTitle()),
        attributes.named(),
        attributes.options(),
        ledger.at(node),
        String.join("\n", Lines.source(node)),
        ledger.at(Lines.ofContent(node, file)));
  }

  private void solve(Script script, StructuralNode node) {
    if (solution != null) {
      ledger.error(
          ledger.at(node),
          "The step has a second solution.",
          "Mark it alternative, and give it a title that says what it does.");
      return;
    }
    solution = script;
  }
}
