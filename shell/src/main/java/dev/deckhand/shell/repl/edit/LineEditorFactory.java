package dev.deckhand.shell.repl.edit;

import dev.deckhand.shell.repl.complete.Completion;
import dev.deckhand.shell.view.style.SyntaxStyles;
import dev.deckhand.shell.view.style.Theme;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jline.reader.LineReader;
import org.jline.terminal.Terminal;

/** Creates line editors. */
public final class LineEditorFactory {

  /** The learner is asked before a longer list of choices is shown. */
  private static final int LONGEST_LIST = 80;

  private final Terminal terminal;
  private final Theme theme;
  private final CommandOffers commandOffers;
  private final CommandOffers javaOffers;
  private final UserDefinedCommands userCommands;

  public LineEditorFactory(
      Terminal terminal,
      Theme theme,
      CommandOffers commandOffers,
      CommandOffers javaOffers,
      UserDefinedCommands own) {
    this.terminal = terminal;
    this.theme = theme;
    this.commandOffers = commandOffers;
    this.javaOffers = javaOffers;
    this.userCommands = own;
  }

  /**
   * Creates the reader of the shell's prompt.
   *
   * @param history where typed lines are remembered
   */
  public LearnerLineReader shellReader(Path history, Completion completion) {
    var colours = new SyntaxStyles(theme);
    Map<String, Object> variables = new HashMap<>();
    variables.put(LineReader.HISTORY_FILE, history);
    variables.put(LineReader.SECONDARY_PROMPT_PATTERN, "> ");
    variables.put(LineReader.LIST_MAX, LONGEST_LIST);
    var reader = new LearnerLineReader(terminal, "deckhand", variables, commandOffers, colours);
    reader.setParser(new ShellCommandParser());
    reader.setCompleter(new ShellCompleter(completion));
    reader.setHighlighter(new ShellHighlighter(colours, completion.commands(), userCommands));
    reader.option(LineReader.Option.HISTORY_IGNORE_SPACE, true);
    reader.option(LineReader.Option.HISTORY_IGNORE_DUPS, true);
    // recalled lines are as they were typed
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
   * Creates the reader of the Java prompt, with the same keys and the step's Java commands.
   *
   * @param history where typed Java is remembered, apart from the shell's lines
   */
  public LearnerLineReader javaReader(Path history) {
    Map<String, Object> variables = new HashMap<>();
    variables.put(LineReader.HISTORY_FILE, history);
    variables.put(LineReader.SECONDARY_PROMPT_PATTERN, " ...> ");
    return new LearnerLineReader(
        terminal, "deckhand-java", variables, javaOffers, new SyntaxStyles(theme));
  }
}
