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

/** Collects the flaws of one block. */
final class BlockDiagnostics {
  /** Whoever has mended these runs it again. */
  private static final int MAX_DIAGNOSTICS = 50;

  private final SourcePosition bodyPosition;
  private final List<Diagnostic> found = new ArrayList<>();

  /** Where each line of the body ends, in code points. */
  private final int[] lineEnds;

  /**
   * Flaws of a block.
   *
   * @param text what the block says
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

  /** Returns where in the author's file a line of the body stands. */
  SourcePosition positionOf(Mark mark) {
    return positionOf(mark.getIndex());
  }

  /**
   * Returns where a character of the body stands. Lines are counted as editors do: YAML's own
   * parser counts line separators and carriage returns too.
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
