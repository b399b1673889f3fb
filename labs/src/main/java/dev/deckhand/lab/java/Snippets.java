package dev.deckhand.lab.java;

import dev.deckhand.check.Node;
import dev.deckhand.lab.CommandResult;
import dev.deckhand.lab.Console;
import dev.deckhand.lab.LabFault;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.VarSnippet;
import org.jspecify.annotations.Nullable;

/** One JShell with its process. For one thread at a time, but for {@link #kill}. */
final class Snippets implements AutoCloseable {

  /** What the jshell tool imports, so that examples from elsewhere work here. */
  private static final List<String> IMPORTS =
      List.of(
          "java.io.*",
          "java.math.*",
          "java.net.*",
          "java.nio.file.*",
          "java.util.*",
          "java.util.concurrent.*",
          "java.util.function.*",
          "java.util.prefs.*",
          "java.util.regex.*",
          "java.util.stream.*");

  private final SnippetProcess process;
  private final JShell shell;
  private volatile boolean ended;
  private final Printing printing = new Printing();

  Snippets(SnippetProcess process) {
    this.process = process;
    var out = new PrintStream(printing, true, StandardCharsets.UTF_8);
    try {
      this.shell =
          JShell.builder()
              .executionEngine(process, Map.of())
              .in(InputStream.nullInputStream())
              .out(out)
              .err(out)
              .build();
    } catch (IllegalStateException notStarted) {
      throw new LabFault(
          LabFault.Kind.NOT_STARTED,
          "Java for snippets did not start.",
          "Type \"reset\" to try again.",
          notStarted);
    }
    var _ = shell.onShutdown(_ -> ended = true);
    IMPORTS.forEach(name -> shell.eval("import " + name + ";"));
  }

  /** Runs source, snippet by snippet, and stops at the first that is wrong. */
  CommandResult run(String source, Console console) {
    long start = System.nanoTime();
    printing.to(console);
    boolean sound = true;
    String rest = source;
    try {
      while (sound && !rest.isBlank()) {
        SourceCodeAnalysis.CompletionInfo next = shell.sourceCodeAnalysis().analyzeCompletion(rest);
        String snippet = next.source() == null ? rest : next.source();
        rest = next.source() == null ? "" : next.remaining();
        for (SnippetEvent event : shell.eval(snippet)) {
          sound &= told(event);
        }
      }
    } catch (IllegalStateException closed) {
      // the process has ended, or was ended: JShell closes with it
      sound = false;
    }
    if (!isAlive()) {
      printing.say("Java has ended, and its variables with it. The next snippet starts it anew.");
      sound = false;
    }
    String said = printing.end();
    return new CommandResult(
        sound ? 0 : 1, said, false, Duration.ofNanos(System.nanoTime() - start));
  }

  /** Says what came of a snippet, as the jshell tool does; false where it was wrong. */
  private boolean told(SnippetEvent event) {
    if (event.causeSnippet() != null) {
      return true;
    }
    if (event.status() == Snippet.Status.REJECTED) {
      shell
          .diagnostics(event.snippet())
          .forEach(problem -> printing.say("Error: " + problem.getMessage(Locale.ENGLISH)));
      return false;
    }
    var thrown = event.exception();
    if (thrown != null) {
      printing.say("Exception: " + thrown.getMessage());
      return false;
    }
    if (event.snippet() instanceof VarSnippet variable && event.value() != null) {
      printing.say(variable.name() + " ==> " + event.value());
    }
    return true;
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

  boolean isAlive() {
    return !ended && process.isAlive();
  }

  /** Ends whatever runs: its process is gone, and its variables with it. */
  void kill() {
    process.kill();
  }

  @Override
  public void close() {
    kill();
    shell.close();
  }

  /** What snippets print, on its way to whoever looks. */
  private static final class Printing extends OutputStream {

    private static final int MOST_KEPT = 64 * 1024;

    private final java.io.ByteArrayOutputStream kept = new java.io.ByteArrayOutputStream();
    private @Nullable Console console;

    synchronized void to(Console next) {
      kept.reset();
      console = next;
    }

    synchronized String end() {
      console = null;
      return kept.toString(StandardCharsets.UTF_8);
    }

    void say(String line) {
      byte[] bytes = (line + "\n").getBytes(StandardCharsets.UTF_8);
      write(bytes, 0, bytes.length);
    }

    @Override
    public void write(int one) {
      write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public synchronized void write(byte[] bytes, int offset, int length) {
      kept.write(bytes, offset, Math.min(length, MOST_KEPT - Math.min(MOST_KEPT, kept.size())));
      Console shown = console;
      if (shown != null) {
        try {
          // a terminal wants a carriage return as well
          String text = new String(bytes, offset, length, StandardCharsets.UTF_8);
          byte[] lines = text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
          shown.write(lines, 0, lines.length);
        } catch (IOException gone) {
          console = null;
        }
      }
    }
  }
}
