package dev.deckhand.check.document;

import dev.deckhand.check.Place;
import dev.deckhand.check.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.yaml.snakeyaml.error.Mark;

/** Collects the flaws of one block. */
final class Flaws {
  /** Whoever has mended these runs it again. */
  private static final int MOST = 50;

  private final Place body;
  private final List<Flaw> found = new ArrayList<>();

  Flaws(Place body) {
    this.body = body;
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
    return body.line() == 0 ? body : new Place(body.file(), body.line() + mark.getLine());
  }

  Place body() {
    return body;
  }

  boolean isEmpty() {
    return found.isEmpty();
  }

  List<Flaw> all() {
    return found.stream().sorted(Comparator.comparingInt(flaw -> flaw.place().line())).toList();
  }
}
