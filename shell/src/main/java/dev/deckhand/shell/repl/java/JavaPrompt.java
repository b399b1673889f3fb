package dev.deckhand.shell.repl.java;

import dev.deckhand.lab.JavaCodeAssist;
import dev.deckhand.lab.JavaShell;
import dev.deckhand.session.input.CommandFormat;
import dev.deckhand.session.input.SessionCommand;
import dev.deckhand.shell.repl.edit.LockingLineReader;
import dev.deckhand.shell.repl.edit.PromptLineSource;
import dev.deckhand.shell.repl.screen.TerminalScreen;
import dev.deckhand.shell.view.prompt.JavaPromptView;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.Reference;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;

/**
 * The Java prompt: {@code java} alone opens it, {@code /exit} leads back to the shell. For the
 * reader's thread only.
 */
public final class JavaPrompt implements PromptLineSource.InputMode {

  private final Terminal terminal;
  private final TerminalScreen screen;
  private final LockingLineReader shell;
  private final LockingLineReader reader;
  private final Supplier<Optional<JavaShell>> java;
  private boolean open;

  private JavaPrompt(
      Terminal terminal,
      TerminalScreen screen,
      LockingLineReader shell,
      LockingLineReader reader,
      Supplier<Optional<JavaShell>> java) {
    this.terminal = terminal;
    this.screen = screen;
    this.shell = shell;
    this.reader = reader;
    this.java = java;
  }

  /**
   * Creates it next to the shell's prompt.
   *
   * @param reader reads Java; its parser and completion are set to those for Java
   * @param java the lab's JShell; empty while there is no lab
   */
  public static JavaPrompt create(
      LockingLineReader shell,
      LockingLineReader reader,
      Terminal terminal,
      TerminalScreen screen,
      Supplier<Optional<JavaShell>> java) {
    Supplier<Optional<JavaCodeAssist>> desk = () -> java.get().map(JavaShell::codeAssist);
    reader.setParser(new JavaSnippetParser(desk));
    var tab = new JavaTabCompletion(reader, screen, desk);
    reader.getWidgets().put("java-tab", tab::pressed);
    for (String map : List.of(LineReader.EMACS, LineReader.VIINS)) {
      Objects.requireNonNull(reader.getKeyMaps().get(map)).bind(new Reference("java-tab"), "\t");
    }
    return new JavaPrompt(terminal, screen, shell, reader, java);
  }

  /**
   * Reads the next line for the session: the shell's, or Java's while Java is open.
   *
   * @param shellLine reads a line of the shell
   * @throws UserInterruptException at Ctrl-C, which discards what is being typed
   * @throws EndOfFileException at the end of the input, while Java is not open
   */
  @Override
  public PromptLineSource.TypedLine next(Supplier<String> shellLine) {
    while (true) {
      if (!open) {
        String line = shellLine.get();
        if (CommandFormat.parse(line) instanceof SessionCommand.Java(String source)) {
          return new PromptLineSource.TypedLine.JavaSnippet(source);
        }
        if (!JavaInput.opensJava(line)) {
          return new PromptLineSource.TypedLine.ShellLine(line);
        }
        openJava();
        // a pasted block may begin with java and continue in Java
        if (JavaInput.read(line) instanceof JavaInput.Snippet(var text)) {
          return new PromptLineSource.TypedLine.JavaSnippet(text);
        }
      }
      Optional<PromptLineSource.TypedLine> line = javaLine();
      if (line.isPresent()) {
        return line.get();
      }
      open = false;
      screen.useReader(shell);
    }
  }

  private void openJava() {
    open = true;
    screen.useReader(reader);
    Optional<JavaShell> lab = java.get();
    lab.ifPresent(JavaShell::warmUp);
    screen.print(
        lab.map(ready -> view().welcome(ready.codeAssist().clients()))
            .orElseGet(view()::labNotReady));
  }

  /** Returns a line for the session; empty if the learner leaves Java. */
  private Optional<PromptLineSource.TypedLine> javaLine() {
    try {
      while (true) {
        switch (JavaInput.read(reader.readLine(view().prompt().toAnsi(terminal)))) {
          case JavaInput.Snippet(var text) -> {
            return Optional.of(new PromptLineSource.TypedLine.JavaSnippet(text));
          }
          case JavaInput.ShellInput(var text) -> {
            return Optional.of(new PromptLineSource.TypedLine.ShellLine(text));
          }
          case JavaInput.ShellInputWithoutSlash(var word) -> {
            if (isVariable(word)) {
              return Optional.of(new PromptLineSource.TypedLine.JavaSnippet(word));
            }
            screen.print(view().missingSlash(word));
          }
          case JavaInput.AlreadyOpen _ -> screen.print(view().alreadyOpen());
          case JavaInput.Exit _ -> {
            return Optional.empty();
          }
          case JavaInput.Help _ -> screen.print(view().help());
          case JavaInput.Unknown(var command) -> screen.print(view().unknownCommand(command));
          case JavaInput.EmbeddedEndMarker _ -> screen.print(view().embeddedEndMarker());
        }
      }
    } catch (EndOfFileException end) {
      return Optional.empty();
    }
  }

  private boolean isVariable(String word) {
    return java.get()
        .flatMap(lab -> lab.codeAssist().variables())
        .filter(names -> names.contains(word))
        .isPresent();
  }

  private JavaPromptView view() {
    return new JavaPromptView(screen.renderContext());
  }
}
