package dev.deckhand.shell.repl;

import dev.deckhand.shell.loop.Whereabouts;
import dev.deckhand.shell.repl.complete.Completion;
import dev.deckhand.shell.repl.complete.PathCommands;
import dev.deckhand.shell.repl.complete.Suggestion;
import dev.deckhand.shell.view.LineColours;
import dev.deckhand.shell.view.OwnWords;
import dev.deckhand.shell.view.Theme;
import dev.deckhand.shell.view.Words;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jline.reader.LineReader;
import org.jline.terminal.Terminal;

/** Puts the line editor together. */
final class LineEditor {

  /** More than that in a list of choices is asked about first. */
  private static final int LONGEST_LIST = 80;

  private final Terminal terminal;
  private final Theme theme;
  private final Offers offers;
  private final Offers javaOffers;
  private final OwnCommands own;

  LineEditor(Terminal terminal, Theme theme, Offers offers, Offers javaOffers, OwnCommands own) {
    this.terminal = terminal;
    this.theme = theme;
    this.offers = offers;
    this.javaOffers = javaOffers;
    this.own = own;
  }

  /**
   * Makes the reader.
   *
   * @param history where typed lines are remembered
   * @param lessons the ids of lessons and their titles
   */
  LearnerReader reader(
      Path history, Words words, Whereabouts whereabouts, Supplier<List<Suggestion>> lessons) {
    var colours = new LineColours(theme);
    Map<String, Object> variables = new HashMap<>();
    variables.put(LineReader.HISTORY_FILE, history);
    variables.put(LineReader.SECONDARY_PROMPT_PATTERN, "> ");
    variables.put(LineReader.LIST_MAX, LONGEST_LIST);
    var reader = new LearnerReader(terminal, "deckhand", variables, offers, colours);
    reader.setParser(new CommandParser());
    reader.setCompleter(new ShellWords(new Completion(whereabouts, OwnWords.in(words), lessons)));
    reader.setHighlighter(new ShellHighlighter(colours, new PathCommands(whereabouts), own));
    reader.option(LineReader.Option.HISTORY_IGNORE_SPACE, true);
    reader.option(LineReader.Option.HISTORY_IGNORE_DUPS, true);
    // what was typed is recalled as it was typed
    reader.option(LineReader.Option.HISTORY_REDUCE_BLANKS, false);
    reader.option(LineReader.Option.BRACKETED_PASTE, true);
    reader.option(LineReader.Option.LIST_PACKED, false);
    reader.option(LineReader.Option.AUTO_LIST, true);
    reader.option(LineReader.Option.AUTO_MENU, true);
    reader.option(LineReader.Option.INSERT_TAB, false);
    reader.option(LineReader.Option.CASE_INSENSITIVE, false);
    return reader;
  }

  /**
   * Makes the reader of Java's prompt: the same keys, and what the step's text shows for Java.
   *
   * @param history where typed Java is remembered, apart from the shell's lines
   */
  LearnerReader javaReader(Path history) {
    Map<String, Object> variables = new HashMap<>();
    variables.put(LineReader.HISTORY_FILE, history);
    variables.put(LineReader.SECONDARY_PROMPT_PATTERN, " ...> ");
    return new LearnerReader(
        terminal, "deckhand-java", variables, javaOffers, new LineColours(theme));
  }
}
