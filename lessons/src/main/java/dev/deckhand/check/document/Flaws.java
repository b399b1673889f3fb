package dev.deckhand.check.document;

import dev.deckhand.check.Place;
import dev.deckhand.check.Problem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.yaml.snakeyaml.error.Mark;

/** Collects the flaws of one block. */
final class Flaws {
  /** Whoever has mended these runs it again. */
  private static final int MOST = 50;

  private final Place body;
  private final List<Flaw> found = new ArrayList<>();

  /** Where each line of the body ends, in code points. */
  private final int[] ends;

  /**
   * Flaws of a block.
   *
   * @param text what the block says
   */
  Flaws(Place body, String text) {
    this.body = body;
    int[] characters = text.codePoints().toArray();
    this.ends = IntStream.range(0, characters.length).filter(i -> characters[i] == '\n').toArray();
  }

  void add(Place place, String message, String remedy) {
    if (found.size() < MOST) {
      found.add(new Flaw(place, message, remedy));
    }
  }

  void add(Place place, Problem problem) {
    add(place, problem.message(), problem.remedy());
  }

  /** Returns where in the author's file a line of the body stands. */
  Place at(Mark mark) {
    return at(mark.getIndex());
  }

  /**
   * Returns where a character of the body stands. Lines are counted as editors do: YAML's own
   * parser counts line separators and carriage returns too.
   */
  Place at(int position) {
    int found = Arrays.binarySearch(ends, position);
    int line = found >= 0 ? found : -found - 1;
    return body.line() == 0 ? body : new Place(body.file(), body.line() + line);
  }

  Place body() {
    return body;
  }

  boolean isEmpty() {
    return found.isEmpty();
  }

  Set<Place> places() {
    return found.stream().map(Flaw::place).collect(Collectors.toUnmodifiableSet());
  }

  List<Flaw> all() {
    return found.stream().sorted(Comparator.comparingInt(flaw -> flaw.place().line())).toList();
  }
}
