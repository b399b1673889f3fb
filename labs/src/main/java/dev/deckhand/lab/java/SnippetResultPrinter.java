package dev.deckhand.lab.java;

import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jdk.jshell.Diag;
import jdk.jshell.EvalException;
import jdk.jshell.ExpressionSnippet;
import jdk.jshell.JShell;
import jdk.jshell.JShellException;
import jdk.jshell.MethodSnippet;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.TypeDeclSnippet;
import jdk.jshell.UnresolvedReferenceException;
import jdk.jshell.VarSnippet;

/** Prints the result of a snippet as the jshell tool does. */
final class SnippetResultPrinter {

  private static final int MAX_STACK_FRAMES = 5;

  private final JShell shell;
  private final SnippetOutputStream output;

  SnippetResultPrinter(JShell shell, SnippetOutputStream snippetOutputStream) {
    this.shell = shell;
    this.output = snippetOutputStream;
  }

  /** Prints it; returns false if the snippet failed. */
  boolean print(SnippetEvent event) {
    if (event.causeSnippet() != null) {
      return true;
    }
    if (event.status() == Snippet.Status.REJECTED) {
      shell
          .diagnostics(event.snippet())
          .forEach(problem -> output.printMessage(format(event, problem)));
      return false;
    }
    JShellException thrown = event.exception();
    if (thrown != null) {
      output.printMessage(format(thrown));
      return false;
    }
    switch (event.snippet()) {
      case VarSnippet variable when event.value() != null ->
          output.printMessage(variable.name() + " ==> " + event.value());
      case ExpressionSnippet expression when event.value() != null ->
          output.printMessage(expression.name() + " ==> " + event.value());
      case MethodSnippet method ->
          output.printMessage(
              "created method " + method.name() + "(" + method.parameterTypes() + ")");
      case TypeDeclSnippet type -> output.printMessage("created " + kind(type) + " " + type.name());
      default -> {
        // imports and statements have no result to print
      }
    }
    return true;
  }

  private static String kind(TypeDeclSnippet type) {
    return switch (type.subKind()) {
      case INTERFACE_SUBKIND -> "interface";
      case ENUM_SUBKIND -> "enum";
      case RECORD_SUBKIND -> "record";
      case ANNOTATION_TYPE_SUBKIND -> "annotation";
      default -> "class";
    };
  }

  /** The message, and below it the source line with the place marked. */
  private static String format(SnippetEvent event, Diag problem) {
    String message = "Error: " + problem.getMessage(Locale.ENGLISH);
    String source = event.snippet().source();
    int from = Math.clamp(problem.getStartPosition(), 0, source.length());
    int begin = source.lastIndexOf('\n', from - 1) + 1;
    int end = source.indexOf('\n', from);
    String line = source.substring(begin, end < 0 ? source.length() : end);
    if (line.isBlank()) {
      return message;
    }
    int wide =
        Math.clamp(
            problem.getEndPosition() - problem.getStartPosition(),
            1,
            Math.max(1, begin + line.length() - from));
    return message + "\n  " + line + "\n  " + " ".repeat(from - begin) + "^".repeat(wide);
  }

  private static String format(JShellException thrown) {
    if (thrown instanceof UnresolvedReferenceException unresolved) {
      return "Error: "
          + unresolved.getSnippet().name()
          + " can't be used before everything that it refers to is declared.";
    }
    String name =
        thrown instanceof EvalException exception
            ? exception.getExceptionClassName()
            : thrown.getClass().getName();
    String message = thrown.getMessage() == null ? "" : ": " + thrown.getMessage();
    String cause = thrown.getCause() instanceof JShellException why ? "\nby " + format(why) : "";
    String frames =
        Stream.of(thrown.getStackTrace())
            .filter(frame -> Objects.requireNonNullElse(frame.getFileName(), "").startsWith("#"))
            .limit(MAX_STACK_FRAMES)
            .map(frame ->
                "\n  at snippet " + frame.getFileName() + ", line " + frame.getLineNumber())
            .collect(Collectors.joining());
    return "Exception " + name + message + frames + cause;
  }
}
