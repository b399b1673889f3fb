package dev.deckhand.lab;

import dev.deckhand.check.Subject;
import java.util.Set;

/** A watch on subjects that can be asked whether what it told is still known to be so. */
public interface SubjectWatch extends Watch {

  /**
   * Asks the servers that the watch depends on whether they answer; takes some seconds at most.
   * Subjects of a server that doesn't answer are told as unreachable before this returns, and as
   * they are once it answers again.
   *
   * @return those subjects
   */
  default Set<Subject> verify() {
    return Set.of();
  }
}
