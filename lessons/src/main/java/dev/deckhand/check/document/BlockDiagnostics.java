package dev.deckhand.check.document;

import dev.deckhand.check.diagnostic.Diagnostic;
import dev.deckhand.check.diagnostic.Problem;
import dev.deckhand.check.diagnostic.SourcePosition;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.yaml.snakeyaml.error.Mark;

/** Collects the diagnostics of one block. */
final class BlockDiagnostics {
  /** More than an author fixes before running it again. */
  private static final int MAX_DIAGNOSTICS = 50;

  private final SourcePosition bodyPosition;
  private final List<Diagnostic> found = new ArrayList<>();

  /** The index of each line end in the body, in code points. */
  private final int[] lineEnds;

  /**
   * Creates an empty collection.
   *
   * @param text the body of the block
   */
  BlockDiagnostics(SourcePosition body, String text) {
    this.bodyPosition = body;
    int[] characters = text.codePoints().toArray();
    this.lineEnds =
        IntStream.range(0, characters.length).filter(i -> characters[i] == '\n').toArray();
  }

  void add(SourcePosition position, String message, String remedy) {
    if (found.size() < MAX_DIAGNOSTICS) {
      found.add(new Diagnostic(position, message, remedy));
    }
  }

  void add(SourcePosition position, Problem problem) {
    add(position, problem.message(), problem.remedy());
  }

  /** Returns the position of a YAML mark in the author's file. */
  SourcePosition positionOf(Mark mark) {
    return positionOf(mark.getIndex());
  }

  /**
   * Returns the position in the author's file of a character of the body. Lines are counted as
   * editors do; the YAML parser also counts line separators and carriage returns.
   */
  SourcePosition positionOf(int position) {
    int found = Arrays.binarySearch(lineEnds, position);
    int line = found >= 0 ? found : -found - 1;
    return bodyPosition.line() == 0
        ? bodyPosition
        : new SourcePosition(bodyPosition.file(), bodyPosition.line() + line);
  }

  SourcePosition bodyPosition() {
    return bodyPosition;
  }

  boolean isEmpty() {
    return found.isEmpty();
  }

  Set<SourcePosition> positions() {
    return found.stream().map(Diagnostic::position).collect(Collectors.toUnmodifiableSet());
  }

  List<Diagnostic> all() {
    return found.stream()
        .sorted(Comparator.comparingInt(diagnostic -> diagnostic.position().line()))
        .toList();
  }
}
