package dev.deckhand.lesson.adoc.source;

import dev.deckhand.check.diagnostic.SourcePosition;
import dev.deckhand.lesson.adoc.document.BlockNode;
import dev.deckhand.lesson.lint.LintFinding;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Collects the findings of one file. */
public final class DiagnosticCollector {

  private final String file;
  private final Set<LintFinding> lintFindings = new LinkedHashSet<>();
  private @Nullable SourceFile source;
  private int currentLine;

  public DiagnosticCollector(String file) {
    this.file = file;
  }

  public SourcePosition at(int someLine) {
    return new SourcePosition(file, Math.max(0, someLine));
  }

  /** Sets the text that places are looked up in. */
  public void setSource(SourceFile text) {
    source = text;
  }

  /** The place of a block: of its attributes in square brackets, or its first line. */
  public SourcePosition at(BlockNode node) {
    int begin = node.line();
    return at(source == null ? begin : BlockLines.attributeLine(begin, source));
  }

  /** The line of the first content of a verbatim block. */
  public int contentLine(BlockNode node) {
    return source == null ? node.line() : BlockLines.contentStart(node, source);
  }

  /** The first line that contains some words; the current place if none does. */
  public SourcePosition placeOfText(String words) {
    if (source != null) {
      for (int number = 1; number <= source.lines().size(); number++) {
        if (source.line(number).contains(words)) {
          return at(number);
        }
      }
    }
    return currentPlace();
  }

  /** Sets the line for findings without a place of their own. */
  public void setCurrentLine(int nowAt) {
    currentLine = nowAt;
  }

  /** The place that is being read. */
  public SourcePosition currentPlace() {
    return at(currentLine);
  }

  public void error(SourcePosition position, String message, String remedy) {
    add(LintFinding.error(position, message, remedy));
  }

  /** Reports an error at a block. */
  public void error(BlockNode node, String message, String remedy) {
    error(at(node), message, remedy);
  }

  /** Reports an error at a line; 0 for the whole file. */
  public void error(int line, String message, String remedy) {
    error(at(line), message, remedy);
  }

  /** Reports an error at the current place. */
  public void error(String message, String remedy) {
    error(currentPlace(), message, remedy);
  }

  public void warning(SourcePosition position, String message, String remedy) {
    add(LintFinding.warning(position, message, remedy));
  }

  /** Reports a warning at a block. */
  public void warning(BlockNode node, String message, String remedy) {
    warning(at(node), message, remedy);
  }

  /** Reports a warning at a line. */
  public void warning(int line, String message, String remedy) {
    warning(at(line), message, remedy);
  }

  /** Reports a warning at the current place. */
  public void warning(String message, String remedy) {
    warning(currentPlace(), message, remedy);
  }

  public void add(LintFinding lintFinding) {
    lintFindings.add(lintFinding);
  }

  public List<LintFinding> findings() {
    return lintFindings.stream().sorted(LintFinding.IN_READING_ORDER).toList();
  }
}
