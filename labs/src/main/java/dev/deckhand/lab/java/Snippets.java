package dev.deckhand.lab.java;

import dev.deckhand.check.Node;
import dev.deckhand.lab.CommandResult;
import dev.deckhand.lab.Console;
import dev.deckhand.lab.LabFault;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.VarSnippet;

/**
 * One JShell with its process. For one thread at a time, but for {@link #stop} and {@link #kill}.
 */
final class Snippets implements AutoCloseable {

  private static final String BEFORE_THE_FIRST = "s";

  private final SnippetProcess process;
  private final Printing printing = new Printing();
  private final Keyboard keyboard = new Keyboard(printing);
  private final JShell shell;
  private final Telling telling;
  private final ShellCommands commands;
  private volatile boolean ended;
  private boolean begun;

  /**
   * @param classPath what snippets see beyond the JDK
   * @param beginning what is run before the first snippet
   * @throws LabFault if it does not start
   */
  Snippets(SnippetProcess process, String classPath, List<String> beginning) {
    this.process = process;
    var out = new PrintStream(printing, true, StandardCharsets.UTF_8);
    try {
      this.shell =
          JShell.builder()
              .executionEngine(process, Map.of())
              .compilerOptions("-classpath", classPath, "-proc:none")
              .idGenerator((_, number) -> (begun ? "" : BEFORE_THE_FIRST) + number)
              .in(keyboard)
              .out(out)
              .err(out)
              .build();
    } catch (IllegalStateException notStarted) {
      throw new LabFault(
          LabFault.Kind.NOT_STARTED,
          "Java for snippets did not start: " + rootOf(notStarted) + ".",
          "Type \"reset\" to try again.",
          notStarted);
    }
    this.telling = new Telling(shell, printing);
    this.commands = new ShellCommands(shell, printing, id -> !id.startsWith(BEFORE_THE_FIRST));
    var _ = shell.onShutdown(_ -> ended = true);
    beginning.forEach(shell::eval);
    begun = true;
  }

  private static String rootOf(Throwable failure) {
    Throwable cause = failure;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return String.valueOf(cause.getMessage());
  }

  /** Does once what the first snippet and the first Tab would otherwise wait for. */
  void warmUp() {
    List<SnippetEvent> events = shell.eval("List.of(1).size()");
    events.forEach(event -> shell.drop(event.snippet()));
    shell.sourceCodeAnalysis().completionSuggestions("List.o", 6, new int[1]);
  }

  /** Runs source, snippet by snippet, and stops at the first that is wrong. */
  CommandResult run(String source, Console console, Halt halt) {
    long start = System.nanoTime();
    printing.to(console);
    boolean sound;
    try (Keyboard.Turn _ =
        keyboard.hold(
            console,
            () -> {
              keyboard.release();
              halt.ask();
            })) {
      sound = isSound(source, halt);
    } catch (IllegalStateException closed) {
      // the process has ended, or was ended: JShell closes with it
      sound = false;
    }
    sound &= !saidWhyItEnded(halt);
    int exitCode = halt.asked() ? 130 : sound ? 0 : 1;
    String said = printing.end();
    return new CommandResult(exitCode, said, false, Duration.ofNanos(System.nanoTime() - start));
  }

  /** Says something of our own to who looks at a console. */
  CommandResult say(String words, Console console) {
    printing.to(console);
    printing.say(words);
    return new CommandResult(0, printing.end(), false, Duration.ZERO);
  }

  private boolean isSound(String source, Halt halt) {
    boolean sound = true;
    String rest = source;
    while (sound && !rest.isBlank() && !halt.asked()) {
      Optional<String> command = ShellCommands.first(rest);
      if (command.isPresent()) {
        sound = commands.run(command.get());
        rest = ShellCommands.afterFirst(rest);
        continue;
      }
      SourceCodeAnalysis.CompletionInfo next = shell.sourceCodeAnalysis().analyzeCompletion(rest);
      String snippet = next.source() == null ? rest : next.source();
      rest = next.source() == null ? "" : next.remaining();
      for (SnippetEvent event : shell.eval(snippet)) {
        sound &= halt.asked() || telling.tell(event);
      }
    }
    return sound;
  }

  private boolean saidWhyItEnded(Halt halt) {
    if (halt.killed()) {
      printing.say(
          "It did not stop within "
              + Halt.GRACE.toSeconds()
              + " s, so Java was ended, and its variables with it. The next snippet starts it"
              + " anew.");
      return true;
    }
    if (halt.asked() && isAlive()) {
      printing.say("Stopped. What was set before is still there.");
      return false;
    }
    if (!isAlive()) {
      printing.say(Endings.of(process.exitCode()));
      return true;
    }
    return false;
  }

  /** Returns what a variable is; empty where there is none of that name. */
  Optional<Node> variable(String name) {
    return shell
        .variables()
        .filter(variable -> variable.name().equals(name))
        .filter(variable -> shell.status(variable) == Snippet.Status.VALID)
        .findFirst()
        .map(variable -> node(variable, shell.varValue(variable)));
  }

  private static Node node(VarSnippet variable, String value) {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("variable", variable.name());
    fields.put("type", variable.typeName());
    fields.put("value", JavaValue.of(variable.typeName(), value));
    return Node.of(fields);
  }

  Set<String> variables() {
    return shell
        .variables()
        .filter(variable -> shell.status(variable) == Snippet.Status.VALID)
        .map(VarSnippet::name)
        .collect(Collectors.toUnmodifiableSet());
  }

  SourceCodeAnalysis analysis() {
    return shell.sourceCodeAnalysis();
  }

  boolean isAlive() {
    return !ended && process.isAlive();
  }

  /** Asks what runs to stop; what it had set stays. */
  void stop() {
    keyboard.release();
    try {
      shell.stop();
    } catch (RuntimeException gone) {
      // its process is: there is nothing to stop
    }
  }

  /** Ends whatever runs: its process is gone, and its variables with it. */
  void kill() {
    keyboard.release();
    process.kill();
  }

  @Override
  public void close() {
    kill();
    shell.close();
  }
}
