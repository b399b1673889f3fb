package dev.deckhand.shell.repl;

import dev.deckhand.lab.JavaDesk;
import dev.deckhand.lab.JavaShell;
import dev.deckhand.lesson.Entries;
import dev.deckhand.shell.view.JavaView;
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
 * Java as a second tongue at the prompt: {@code java} alone opens it, {@code /exit} leads back. A
 * snippet becomes the line that a script would have, so that to the session it is a line like any
 * other. For the thread that reads, alone.
 */
final class JavaPrompt implements PromptSource.Tongue {

  private final Terminal terminal;
  private final TerminalScreen screen;
  private final HeedfulReader shell;
  private final HeedfulReader reader;
  private final Supplier<Optional<JavaShell>> java;
  private boolean open;

  private JavaPrompt(
      Terminal terminal,
      TerminalScreen screen,
      HeedfulReader shell,
      HeedfulReader reader,
      Supplier<Optional<JavaShell>> java) {
    this.terminal = terminal;
    this.screen = screen;
    this.shell = shell;
    this.reader = reader;
    this.java = java;
  }

  /**
   * Makes it beside the shell's own prompt.
   *
   * @param reader reads Java; it gets Java's parser and completion
   * @param java the lab's; empty while there is no lab
   */
  static JavaPrompt beside(
      HeedfulReader shell,
      HeedfulReader reader,
      Terminal terminal,
      TerminalScreen screen,
      Supplier<Optional<JavaShell>> java) {
    Supplier<Optional<JavaDesk>> desk = () -> java.get().map(JavaShell::desk);
    reader.setParser(new JavaParser(desk));
    var tab = new JavaTab(reader, screen, desk);
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
   * @throws UserInterruptException at Ctrl-C, which throws away what is being typed
   * @throws EndOfFileException at the end of the input, while Java is not open
   */
  @Override
  public String next(Supplier<String> shellLine) {
    while (true) {
      if (!open) {
        String line = shellLine.get();
        if (!JavaLine.opensJava(line)) {
          return line;
        }
        begin();
        // a pasted block may say java, and go on in Java
        if (JavaLine.read(line) instanceof JavaLine.Snippet(var text)) {
          return Entries.ofJava(text);
        }
      }
      Optional<String> line = javaLine();
      if (line.isPresent()) {
        return line.get();
      }
      open = false;
      screen.readBy(shell);
    }
  }

  private void begin() {
    open = true;
    screen.readBy(reader);
    Optional<JavaShell> lab = java.get();
    lab.ifPresent(JavaShell::warm);
    screen.print(
        lab.map(ready -> view().welcome(ready.desk().clients())).orElseGet(view()::waiting));
  }

  /** Returns a line for the session; empty where the learner leaves Java. */
  private Optional<String> javaLine() {
    try {
      while (true) {
        switch (JavaLine.read(reader.readLine(view().prompt().toAnsi(terminal)))) {
          case JavaLine.Snippet(var text) -> {
            return Optional.of(Entries.ofJava(text));
          }
          case JavaLine.Word(var text) -> {
            return Optional.of(text);
          }
          case JavaLine.BareWord(var word) -> {
            if (isVariable(word)) {
              return Optional.of(Entries.ofJava(word));
            }
            screen.print(view().slash(word));
          }
          case JavaLine.Already _ -> screen.print(view().already());
          case JavaLine.Leave _ -> {
            return Optional.empty();
          }
          case JavaLine.Help _ -> screen.print(view().help());
          case JavaLine.Unknown(var command) -> screen.print(view().unknown(command));
          case JavaLine.EndsInside _ -> screen.print(view().endsInside());
        }
      }
    } catch (EndOfFileException end) {
      return Optional.empty();
    }
  }

  private boolean isVariable(String word) {
    return java.get()
        .flatMap(lab -> lab.desk().variables())
        .filter(names -> names.contains(word))
        .isPresent();
  }

  private JavaView view() {
    return new JavaView(screen.look());
  }
}
