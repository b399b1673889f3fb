package dev.deckhand.shell.submission;

import dev.deckhand.check.Question;
import dev.deckhand.lesson.Quiz;
import dev.deckhand.shell.submission.ScriptEntries.Item;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the question that each {@code answer} line of a script is for, and the quiz of each {@code
 * choose} line. A line without a number is for the first question that has no answer yet. Only the
 * last answer to a question counts, so that a script can't try them all.
 */
final class AnswerPlacement {

  private final String file;
  private final String scope;
  private final List<Question> questions;
  private final List<Quiz> quizzes;
  private final AnswersFile.Sheet sheet;
  private final WorkRemarks remarks;

  /**
   * @param scope what the questions belong to, for messages: {@code step 2}, {@code the lesson}
   * @param sheet answers that count instead of those in scripts
   */
  AnswerPlacement(
      String file,
      String scope,
      List<Question> questions,
      List<Quiz> quizzes,
      AnswersFile.Sheet sheet,
      WorkRemarks remarks) {
    this.file = file;
    this.scope = scope;
    this.questions = questions;
    this.quizzes = quizzes;
    this.sheet = sheet;
    this.remarks = remarks;
  }

  /** An entry and the line that it begins on. */
  private record Placed(SubmittedEntry entry, int line) {}

  /** The entries of a script; lines {@code next} are passed over. */
  List<SubmittedEntry> entries(List<Item> items) {
    var placed = new ArrayList<Placed>();
    Set<String> used = new HashSet<>();
    for (Item item : items) {
      switch (item) {
        case Item.Run(String text, var command, int line) ->
            placed.add(new Placed(new SubmittedEntry.Command(text, command), line));
        case Item.Answer answer -> place(answer, used).ifPresent(placed::add);
        case Item.Choice choice -> place(choice, used).ifPresent(placed::add);
        case Item.Next _ -> {}
      }
    }
    return withoutEarlierTries(placed);
  }

  private Optional<Placed> place(Item.Answer item, Set<String> used) {
    List<String> ids = questions.stream().map(Question::id).toList();
    Optional<String> id = pick(ids, item.question(), used);
    if (id.isEmpty()) {
      remarks.add(file, item.line(), "the answer is left out: " + scope + count(ids, "question"));
      return Optional.empty();
    }
    var entry = new SubmittedEntry.Answer(item.text(), id.get(), item.answer());
    return Optional.of(new Placed(entry, item.line()));
  }

  private Optional<Placed> place(Item.Choice item, Set<String> used) {
    List<String> ids = quizzes.stream().map(Quiz::id).toList();
    Optional<String> id = pick(ids, item.choice().quiz(), used);
    if (id.isEmpty()) {
      remarks.add(file, item.line(), "the choice is left out: " + scope + count(ids, "quiz"));
      return Optional.empty();
    }
    Quiz quiz = quizzes.get(ids.indexOf(id.get()));
    if (!AnswersFile.isChoice(quiz, item.choice().numbers())) {
      remarks.add(
          file,
          item.line(),
          "the choice is left out: the numbers are 1 to " + quiz.choices().size() + ".");
      return Optional.empty();
    }
    var entry = new SubmittedEntry.Choice(item.text(), id.get(), item.choice().numbers());
    return Optional.of(new Placed(entry, item.line()));
  }

  /** By number; for 0, the first that isn't used, or else the last. */
  private static Optional<String> pick(List<String> ids, int number, Set<String> used) {
    Optional<String> id =
        number > 0
            ? ids.stream().skip(number - 1L).findFirst()
            : ids.stream().filter(one -> !used.contains(one)).findFirst().or(() -> last(ids));
    id.ifPresent(used::add);
    return id;
  }

  private static Optional<String> last(List<String> ids) {
    return ids.isEmpty() ? Optional.empty() : Optional.of(ids.getLast());
  }

  private static String count(List<String> ids, String thing) {
    return switch (ids.size()) {
      case 0 -> " has no " + thing + ".";
      case 1 -> " has only one " + thing + ".";
      default -> " has only " + ids.size() + (thing.equals("quiz") ? " quizzes." : " questions.");
    };
  }

  private List<SubmittedEntry> withoutEarlierTries(List<Placed> placed) {
    Map<String, Integer> last = new HashMap<>();
    for (int i = 0; i < placed.size(); i++) {
      int index = i;
      id(placed.get(i).entry()).ifPresent(id -> last.put(id, index));
    }
    var entries = new ArrayList<SubmittedEntry>();
    for (int i = 0; i < placed.size(); i++) {
      Placed one = placed.get(i);
      Optional<String> id = id(one.entry());
      boolean inSheet = id.filter(this::isInSheet).isPresent();
      boolean earlier = id.isPresent() && !Integer.valueOf(i).equals(last.get(id.get()));
      if (inSheet) {
        remarks.add(
            file, one.line(), "this is left out, because answers.yaml has " + id.get() + " too.");
      } else if (earlier) {
        remarks.add(
            file,
            one.line(),
            "this is left out, because a later line is for " + id.get() + " too.");
      } else {
        entries.add(one.entry());
      }
    }
    return entries;
  }

  private boolean isInSheet(String id) {
    return sheet.answers().containsKey(id) || sheet.choices().containsKey(id);
  }

  private static Optional<String> id(SubmittedEntry entry) {
    return switch (entry) {
      case SubmittedEntry.Command _ -> Optional.empty();
      case SubmittedEntry.Answer(String _, String question, String _) -> Optional.of(question);
      case SubmittedEntry.Choice(String _, String quiz, Set<Integer> _) -> Optional.of(quiz);
    };
  }
}
