package dev.deckhand.trace;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Acts as they are found, each with what led to it; what the command did not lead to falls out. */
final class Trail {

  /** More than this nobody reads, and finding causes takes the square of it. */
  private static final int MOST = 2000;

  private final List<Act> acts = new ArrayList<>();
  private final Set<Integer> wanted = new HashSet<>();
  private int dropped;

  /** All acts so far, wanted or not; an act's number is its place. */
  List<Act> acts() {
    return acts;
  }

  /**
   * Adds an act.
   *
   * @param cause its number, or 0
   * @param root whether the command did it itself
   * @return its number; 0 where there were too many before it
   */
  int add(String id, Actor by, Deed deed, Outcome outcome, Instant at, int cause, boolean root) {
    if (acts.size() >= MOST) {
      dropped++;
      return 0;
    }
    int number = acts.size() + 1;
    acts.add(new Act(id, number, by, deed, outcome, at, cause, 1));
    if (root || wanted.contains(cause)) {
      wanted.add(number);
    }
    return number;
  }

  /** Notes that an act was done again, with nothing new. */
  void again(int number) {
    acts.set(number - 1, acts.get(number - 1).again());
  }

  boolean isWanted(int number) {
    return wanted.contains(number);
  }

  End end() {
    var places = new HashMap<Integer, Integer>();
    var kept = new ArrayList<Act>();
    for (Act act : acts) {
      if (wanted.contains(act.number())) {
        places.put(act.number(), kept.size() + 1);
        kept.add(act.numbered(kept.size() + 1, places.getOrDefault(act.cause(), 0)));
      }
    }
    return new End(kept, acts.size() - kept.size() + dropped);
  }

  /** What a trail came to. */
  record End(List<Act> acts, int others) {}
}
