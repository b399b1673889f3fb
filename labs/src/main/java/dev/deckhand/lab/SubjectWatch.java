package dev.deckhand.lab;

import dev.deckhand.check.Subject;
import java.util.Set;

/** A watch on subjects that can check whether its servers still answer. */
public interface SubjectWatch extends Watch {

  /**
   * Pings the servers that the watch depends on; takes a few seconds at most. If one doesn't
   * answer, its subjects are reported as unreachable before this returns, and as they are once it
   * answers again. Otherwise, the last observations of a frozen server would still seem to be
   * valid.
   *
   * @return those subjects
   */
  default Set<Subject> verify() {
    return Set.of();
  }
}
