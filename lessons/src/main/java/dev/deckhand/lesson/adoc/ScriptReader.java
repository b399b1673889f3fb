package dev.deckhand.lesson.adoc;

import dev.deckhand.bash.ShellParser;
import dev.deckhand.bash.ShellToken;
import dev.deckhand.bash.ShellToken.Kind;
import dev.deckhand.check.diagnostic.SourcePosition;
import dev.deckhand.lesson.Script;
import dev.deckhand.lesson.adoc.document.BlockNode;
import dev.deckhand.lesson.adoc.prose.BlockRole;
import dev.deckhand.lesson.adoc.prose.InlineReader;
import dev.deckhand.lesson.adoc.source.DiagnosticCollector;
import dev.deckhand.lesson.script.ScriptSplitter;
import dev.deckhand.session.input.CommandFormat;
import dev.deckhand.session.input.SessionCommand;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads scripts from listings. */
final class ScriptReader {

  /** Keywords that a later line of a compound command may begin with. */
  private static final Set<String> INNER_KEYWORDS =
      Set.of("do", "done", "then", "elif", "else", "fi", "esac", "}");

  private final DiagnosticCollector diagnostics;
  private final InlineReader inlines;

  ScriptReader(DiagnosticCollector diagnostics, InlineReader inlines) {
    this.diagnostics = diagnostics;
    this.inlines = inlines;
  }

  /** Reads a script; nothing, with a finding, if it is empty. */
  Optional<Script> read(BlockNode node, BlockRole blockRole) {
    SourcePosition position = diagnostics.at(node);
    String title = inlines.plainText(node.title());
    ScriptSplitter.SplitScript splitScript = ScriptSplitter.split(node.lines());
    if (splitScript.entries().isEmpty()) {
      diagnostics.error(
          position,
          "The " + blockRole.keyword() + " is empty.",
          "Write commands in it, or delete it.");
      return Optional.empty();
    }
    if (!splitScript.complete()) {
      diagnostics.error(
          position,
          "The last command of the " + blockRole.keyword() + " has no end.",
          "Close its quote, parenthesis or heredoc.");
    }
    if (title.isEmpty() && (blockRole == BlockRole.ALTERNATIVE || blockRole == BlockRole.WRONG)) {
      diagnostics.error(
          position,
          "This " + blockRole.keyword() + " has no title.",
          blockRole == BlockRole.WRONG
              ? "Say above it which mistake it makes: \".Scaled up instead\"."
              : "Say above it what it does: \".By patch\".");
    }
    checkPrompts(splitScript, position);
    checkLoops(splitScript, position);
    int begin = diagnostics.contentLine(node);
    List<Integer> lines = splitScript.startLines().stream().map(start -> begin + start).toList();
    return Optional.of(new Script(title, splitScript.entries(), position, lines));
  }

  private void checkLoops(ScriptSplitter.SplitScript splitScript, SourcePosition position) {
    if (splitScript.entries().stream()
        .filter(entry -> CommandFormat.parse(entry) instanceof SessionCommand.Shell)
        .anyMatch(ScriptReader::isCompoundOverLines)) {
      diagnostics.error(
          position,
          "A loop or a condition goes over several lines.",
          "Write it on one line: a learner types line by line.");
    }
  }

  private static boolean isCompoundOverLines(String entry) {
    boolean lineBegins = true;
    for (ShellToken token : ShellParser.tokens(entry)) {
      if (lineBegins && token.kind() == Kind.KEYWORD && INNER_KEYWORDS.contains(token.value())) {
        return true;
      }
      lineBegins = token.value().equals("\n") || (lineBegins && token.kind() == Kind.BLANK);
    }
    return false;
  }

  private void checkPrompts(ScriptSplitter.SplitScript splitScript, SourcePosition position) {
    if (splitScript.entries().stream().anyMatch(entry -> entry.startsWith("$ "))) {
      diagnostics.error(
          position,
          "A command begins with the prompt \"$ \".",
          "Take it out: prompts are for [source.run,console] alone.");
    }
  }
}
