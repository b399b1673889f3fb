package dev.deckhand.lab.java;

import dev.deckhand.check.pattern.DataNode;
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

/** One JShell with its process. Not thread-safe, except for {@link #stop} and {@link #kill}. */
final class JShellSession implements AutoCloseable {

  private static final String STARTUP_ID_PREFIX = "s";

  private final SnippetProcess process;
  private final SnippetOutputStream output = new SnippetOutputStream();
  private final SnippetInputStream input = new SnippetInputStream(output);
  private final JShell shell;
  private final SnippetResultPrinter resultPrinter;
  private final JShellCommands commands;
  private volatile boolean ended;
  private boolean startupDone;

  /**
   * @param classPath what snippets see beyond the JDK
   * @param beginning the source that runs before the first snippet
   * @throws LabFault if it doesn't start
   */
  JShellSession(SnippetProcess process, String classPath, List<String> beginning) {
    this.process = process;
    var out = new PrintStream(output, true, StandardCharsets.UTF_8);
    try {
      this.shell =
          JShell.builder()
              .executionEngine(process, Map.of())
              .compilerOptions("-classpath", classPath, "-proc:none")
              .idGenerator((_, number) -> (startupDone ? "" : STARTUP_ID_PREFIX) + number)
              .in(input)
              .out(out)
              .err(out)
              .build();
    } catch (IllegalStateException notStarted) {
      throw new LabFault(
          LabFault.Kind.NOT_STARTED,
          "Java for snippets did not start: " + rootCauseMessage(notStarted) + ".",
          "Type \"reset\" to try again.",
          notStarted);
    }
    this.resultPrinter = new SnippetResultPrinter(shell, output);
    this.commands = new JShellCommands(shell, output, id -> !id.startsWith(STARTUP_ID_PREFIX));
    var _ = shell.onShutdown(_ -> ended = true);
    beginning.forEach(shell::eval);
    startupDone = true;
  }

  private static String rootCauseMessage(Throwable failure) {
    Throwable cause = failure;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return String.valueOf(cause.getMessage());
  }

  /** Initialises what the first snippet and the first Tab would otherwise wait for. */
  void warmUp() {
    List<SnippetEvent> events = shell.eval("List.of(1).size()");
    events.forEach(event -> shell.drop(event.snippet()));
    shell.sourceCodeAnalysis().completionSuggestions("List.o", 6, new int[1]);
  }

  /** Runs source, snippet by snippet, and stops at the first one that fails. */
  CommandResult run(String source, Console console, SnippetInterrupter snippetInterrupter) {
    long start = System.nanoTime();
    output.attach(console);
    boolean sound;
    try (SnippetInputStream.Attachment _ =
        input.attach(
            console,
            () -> {
              input.abortRead();
              snippetInterrupter.interrupt();
            })) {
      sound = evaluate(source, snippetInterrupter);
    } catch (IllegalStateException closed) {
      // JShell is closed when its process has ended
      sound = false;
    } finally {
      snippetInterrupter.finish();
    }
    sound &= !reportEnd(snippetInterrupter);
    int exitCode = snippetInterrupter.isInterrupted() ? 130 : sound ? 0 : 1;
    String said = output.detach();
    return new CommandResult(exitCode, said, false, Duration.ofNanos(System.nanoTime() - start));
  }

  /** Prints a message of Deckhand on a console. */
  CommandResult printMessage(String words, Console console) {
    output.attach(console);
    output.printMessage(words);
    return new CommandResult(0, output.detach(), false, Duration.ZERO);
  }

  private boolean evaluate(String source, SnippetInterrupter snippetInterrupter) {
    boolean sound = true;
    String rest = source;
    while (sound && !rest.isBlank() && !snippetInterrupter.isInterrupted()) {
      Optional<String> command = JShellCommands.firstCommand(rest);
      if (command.isPresent()) {
        sound = commands.run(command.get());
        rest = JShellCommands.afterFirstCommand(rest);
        continue;
      }
      SourceCodeAnalysis.CompletionInfo next = shell.sourceCodeAnalysis().analyzeCompletion(rest);
      String snippet = next.source() == null ? rest : next.source();
      rest = next.source() == null ? "" : next.remaining();
      for (SnippetEvent event : shell.eval(snippet)) {
        sound &= snippetInterrupter.isInterrupted() || resultPrinter.print(event);
      }
    }
    return sound;
  }

  private boolean reportEnd(SnippetInterrupter snippetInterrupter) {
    if (snippetInterrupter.wasKilled()) {
      output.printMessage(
          "It did not stop within "
              + SnippetInterrupter.GRACE_PERIOD.toSeconds()
              + " s, so Java was ended, and its variables with it. The next snippet starts it"
              + " anew.");
      return true;
    }
    if (snippetInterrupter.isInterrupted() && isAlive()) {
      output.printMessage("Stopped. What was set before is still there.");
      return false;
    }
    if (!isAlive()) {
      output.printMessage(JavaExitMessage.of(process.exitCode()));
      return true;
    }
    return false;
  }

  /** Returns a variable; empty if there is none of that name. */
  Optional<DataNode> variable(String name) {
    return shell
        .variables()
        .filter(variable -> variable.name().equals(name))
        .filter(variable -> shell.status(variable) == Snippet.Status.VALID)
        .findFirst()
        .map(variable -> toNode(variable, shell.varValue(variable)));
  }

  private static DataNode toNode(VarSnippet variable, String value) {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("variable", variable.name());
    fields.put("type", variable.typeName());
    fields.put("value", JShellValueParser.parse(variable.typeName(), value));
    return DataNode.of(fields);
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

  /** Asks the running snippet to stop; variables keep their values. */
  void stop() {
    input.abortRead();
    try {
      shell.stop();
    } catch (RuntimeException gone) {
      // the process is gone: there is nothing to stop
    }
  }

  /** Ends the process; all variables are lost. */
  void kill() {
    input.abortRead();
    process.kill();
  }

  @Override
  public void close() {
    kill();
    shell.close();
  }
}
