package dev.deckhand.shell.submission;

import dev.deckhand.lesson.script.ScriptSplitter;
import dev.deckhand.session.input.LearnerInput;
import dev.deckhand.session.input.LearnerInputParser;
import dev.deckhand.session.input.SessionCommand;
import dev.deckhand.shell.submission.archive.PrintableName;
import dev.deckhand.shell.submission.archive.SubmittedFile;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Splits a submitted script into entries, and leaves out what only a person can use. */
final class ScriptEntries {

  /** A larger script would take long to split: its end is looked for line by line. */
  private static final int MAX_BYTES = 128 * 1024;

  private static final int MAX_LINES = 2_000;

  private static final Pattern BLANKS = Pattern.compile("\\s+");
  private static final Pattern EXIT = Pattern.compile("exit(\\s+\\d+)?");

  private ScriptEntries() {}

  /** Something that a script has. */
  sealed interface Item {

    int line();

    /** A command for the lab. */
    record Run(String text, SessionCommand.LabCommand command, int line) implements Item {}

    /**
     * An answer.
     *
     * @param question counted from 1; 0 for the next one
     */
    record Answer(String text, int question, String answer, int line) implements Item {}

    /**
     * Choices.
     *
     * @param choice with the number of the quiz, counted from 1; 0 for the next one
     */
    record Choice(String text, LearnerInput.Choose choice, int line) implements Item {}

    /** The line {@code next}. */
    record Next(int line) implements Item {}
  }

  /** Reads a script. */
  static List<Item> read(String name, SubmittedFile file, WorkRemarks remarks) {
    String text = file.text();
    List<String> lines = text.lines().toList();
    if (file.size() > MAX_BYTES || lines.size() > MAX_LINES) {
      remarks.add(
          name
              + " is left out: a script may have "
              + MAX_BYTES / 1024
              + " KiB and "
              + MAX_LINES
              + " lines.");
      return List.of();
    }
    if (text.indexOf('\uFFFD') >= 0) {
      remarks.add(name + " has bytes that aren't UTF-8, and were replaced.");
    }
    ScriptSplitter.SplitScript split = ScriptSplitter.split(lines);
    var items = new ArrayList<Item>();
    for (int i = 0; i < split.entries().size(); i++) {
      int line = split.startLines().get(i) + 1;
      String entry = split.entries().get(i);
      if (i == split.entries().size() - 1 && !split.complete()) {
        remarks.add(
            name, line, "the command has no end (a quote, a bracket or a heredoc); it's left out.");
      } else {
        read(name, entry, line, items, remarks);
      }
    }
    return items;
  }

  private static void read(
      String name, String entry, int line, List<Item> items, WorkRemarks remarks) {
    if (endsShellOnError(entry) || EXIT.matcher(entry).matches()) {
      remarks.add(
          name, line, shown(entry) + " is left out: a submission runs to its end in any case.");
      return;
    }
    switch (LearnerInputParser.parse(entry)) {
      case LearnerInput.RunCommand(SessionCommand.LabCommand command) ->
          items.add(new Item.Run(entry, command, line));
      case LearnerInput.RunCommand(SessionCommand.Edit _) ->
          remarks.add(
              name, line, shown(entry) + " is left out: the file counts as it was submitted.");
      case LearnerInput.Answer(int question, String answer) ->
          items.add(new Item.Answer(entry, question, answer, line));
      case LearnerInput.Choose choice -> items.add(new Item.Choice(entry, choice, line));
      case LearnerInput.NextStep _ -> items.add(new Item.Next(line));
      case LearnerInput.InvalidUsage(String usage) ->
          remarks.add(name, line, shown(entry) + " is left out: it should be " + usage + ".");
      case LearnerInput.EmptyLine _,
          LearnerInput.CheckNow _,
          LearnerInput.RequestHint _,
          LearnerInput.RequestSolution _,
          LearnerInput.EnterSandbox _,
          LearnerInput.LeaveSandbox _,
          LearnerInput.LookUpManual _,
          LearnerInput.ResetStep _,
          LearnerInput.SkipStep _,
          LearnerInput.ShowStep _,
          LearnerInput.ListLessons _,
          LearnerInput.Quit _,
          LearnerInput.ShowHelp _,
          LearnerInput.ShowXray _,
          LearnerInput.AddNote _ ->
          remarks.add(name, line, shown(entry) + " is left out: it does nothing in a submission.");
    }
  }

  /** Whether it would end the workspace's shell at the first command that fails: {@code set -e}. */
  private static boolean endsShellOnError(String entry) {
    List<String> words = List.of(BLANKS.split(entry, -1));
    return words.getFirst().equals("set")
        && words.stream()
            .skip(1)
            .anyMatch(word ->
                word.equals("errexit")
                    || (word.startsWith("-")
                        && word.indexOf('e') > 0
                        && word.chars().skip(1).allMatch(Character::isAlphabetic)));
  }

  /** The first line of an entry. */
  private static String shown(String entry) {
    return PrintableName.quoted(entry.lines().findFirst().orElse(""));
  }
}
