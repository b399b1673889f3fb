package dev.deckhand.lab.java;

import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jdk.jshell.ImportSnippet;
import jdk.jshell.JShell;
import jdk.jshell.MethodSnippet;
import jdk.jshell.Snippet;
import jdk.jshell.VarSnippet;

/** The commands between snippets that the jshell tool has too: {@code /vars} and the like. */
final class JShellCommands {

  /** Restarts Java; {@link JavaLab} does it. */
  static final String RESET = "/reset";

  /** A separate line before any snippet; {@code //} and {@code /*} begin comments. */
  private static final Pattern COMMAND = Pattern.compile("\\s*(/[a-z-]+)[ \\t]*(?:\\R|$)");

  private final JShell shell;
  private final SnippetOutputStream output;
  private final Predicate<String> isLearnerSnippet;

  /**
   * @param ofTheLearner whether the snippet with an id was typed by the learner
   */
  JShellCommands(
      JShell shell, SnippetOutputStream snippetOutputStream, Predicate<String> ofTheLearner) {
    this.shell = shell;
    this.output = snippetOutputStream;
    this.isLearnerSnippet = ofTheLearner;
  }

  /** The command that a source begins with; empty if it begins with a snippet. */
  static Optional<String> firstCommand(String source) {
    Matcher command = COMMAND.matcher(source);
    return command.lookingAt() ? Optional.of(command.group(1)) : Optional.empty();
  }

  /** The source after that command. */
  static String afterFirstCommand(String source) {
    Matcher command = COMMAND.matcher(source);
    return command.lookingAt() ? source.substring(command.end()) : source;
  }

  /** Runs a command; returns false if there is none of that name. */
  boolean run(String command) {
    switch (command) {
      case "/vars" ->
          printAll(shell.variables().filter(this::isValid).map(this::variable), "variable");
      case "/methods" ->
          printAll(shell.methods().filter(this::isValid).map(this::method), "method");
      case "/imports" ->
          printAll(shell.imports().filter(this::isValid).map(JShellCommands::imported), "import");
      case "/list" ->
          printAll(
              shell
                  .snippets()
                  .filter(snippet -> isLearnerSnippet.test(snippet.id()))
                  .filter(this::isValid)
                  .map(snippet -> snippet.id() + " : " + snippet.source().strip()),
              "snippet");
      default -> {
        output.printMessage("There is no " + command + " here. /help says what there is.");
        return false;
      }
    }
    return true;
  }

  private void printAll(Stream<String> lines, String what) {
    String all = String.join("\n", lines.toList());
    output.printMessage(all.isEmpty() ? "There is no " + what + " yet." : all);
  }

  private boolean isValid(Snippet snippet) {
    return shell.status(snippet).isActive();
  }

  private String variable(VarSnippet variable) {
    return variable.typeName() + " " + variable.name() + " = " + shell.varValue(variable);
  }

  private String method(MethodSnippet method) {
    String signature = method.signature();
    int result = signature.indexOf(')') + 1;
    return signature.substring(result) + " " + method.name() + signature.substring(0, result);
  }

  private static String imported(ImportSnippet snippet) {
    return "import " + (snippet.isStatic() ? "static " : "") + snippet.fullname();
  }
}
