package dev.deckhand.lab.workspace;

import dev.deckhand.lab.CommandResult;
import dev.deckhand.lab.Console;
import dev.deckhand.lab.JavaShell;
import dev.deckhand.lab.Workspace;
import dev.deckhand.lesson.ScriptSplitter;
import java.nio.file.Path;
import java.util.Map;

/** A shell in which Java is spoken too: between a line {@code java} and a line {@code /exit}. */
public final class ShellAndJavaWorkspace implements Workspace {

  private final Workspace shell;
  private final JavaShell java;

  public ShellAndJavaWorkspace(Workspace shell, JavaShell java) {
    this.shell = shell;
    this.java = java;
  }

  @Override
  public CommandResult run(String lines, Console console) throws InterruptedException {
    var snippets = ScriptSplitter.javaSnippets(lines);
    return snippets.isPresent() ? java.run(snippets.get(), console) : shell.run(lines, console);
  }

  @Override
  public void interrupt() {
    java.interrupt();
    shell.interrupt();
  }

  @Override
  public Path folder() {
    return shell.folder();
  }

  @Override
  public Map<String, String> environment() {
    return shell.environment();
  }

  @Override
  public void close() {
    java.interrupt();
    shell.close();
  }
}
