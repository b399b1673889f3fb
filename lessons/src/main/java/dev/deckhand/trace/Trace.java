package dev.deckhand.trace;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What happened, in causal order: no act stands before the one that led to it.
 *
 * @param others acts in the same time that the command did not lead to
 */
public record Trace(Window window, List<Act> acts, int others) {

  public Trace {
    acts = List.copyOf(acts);
  }

  /**
   * Finds out what a command led to. The evidence may come in any order, more than once, and from
   * before the command: that tells whose object is whose.
   */
  public static Trace of(Window window, Collection<? extends Clue> clues) {
    var cluster = new ClusterTrail(window);
    var engine = new EngineTrail(window);
    var known = new HashMap<String, Clue>();
    for (Clue clue : clues) {
      known.merge(clue.id(), clue, Trace::fuller);
    }
    known.values().stream()
        .sorted(Order.OF_CLUES)
        .forEach(clue -> {
          switch (clue) {
            case Clue.Request request -> cluster.add(request);
            case Clue.Call call -> engine.add(call);
            case Clue.EngineEvent event -> engine.add(event);
          }
        });
    return numbered(window, List.of(cluster.end(), engine.end()));
  }

  /** Two tellings of the same happening: the later one knows how it ended. */
  private static Clue fuller(Clue one, Clue other) {
    return switch (one) {
      case Clue.Request a when other instanceof Clue.Request b ->
          a.answered().isBefore(b.answered()) ? b : a;
      case Clue.Call a when other instanceof Clue.Call b -> a.status() == 0 ? b : a;
      case Clue.Request _, Clue.Call _, Clue.EngineEvent _ -> one;
    };
  }

  private static Trace numbered(Window window, List<Trail.End> trails) {
    var acts = new ArrayList<Act>();
    trails.forEach(trail -> acts.addAll(trail.acts()));
    if (trails.stream().filter(trail -> !trail.acts().isEmpty()).count() > 1) {
      acts.sort(Comparator.comparing(Act::at));
    }
    return new Trace(
        window, renumbered(trails, acts), trails.stream().mapToInt(Trail.End::others).sum());
  }

  private static List<Act> renumbered(List<Trail.End> trails, List<Act> inOrder) {
    var ids = new HashMap<String, String>();
    for (Trail.End trail : trails) {
      trail.acts().stream()
          .filter(act -> act.cause() > 0)
          .forEach(act -> ids.put(act.id(), trail.acts().get(act.cause() - 1).id()));
    }
    return renumbered(ids, List.of(), inOrder);
  }

  private static List<Act> renumbered(
      Map<String, String> causes, List<Act> before, List<Act> inOrder) {
    var numbers = new HashMap<String, Integer>();
    var all = new ArrayList<>(before);
    before.forEach(act -> numbers.put(act.id(), act.number()));
    for (Act act : inOrder) {
      int number = all.size() + 1;
      numbers.put(act.id(), number);
      int cause = numbers.getOrDefault(causes.getOrDefault(act.id(), ""), 0);
      all.add(act.numbered(number, cause));
    }
    return all;
  }

  /**
   * The same told on from an earlier trace of the same window: what was told keeps its place and
   * its number, and what is new comes after it, even where it happened earlier.
   */
  public Trace after(Trace earlier) {
    var causes = new HashMap<String, String>();
    var told = new HashMap<String, Act>();
    earlier.acts().forEach(act -> told.put(act.id(), act));
    acts.stream()
        .filter(act -> act.cause() > 0)
        .forEach(act -> causes.put(act.id(), acts.get(act.cause() - 1).id()));
    var fresh = acts.stream().filter(act -> !told.containsKey(act.id())).toList();
    return new Trace(window, renumbered(causes, earlier.acts(), fresh), others);
  }

  /** When the last act was; the beginning where there was none. */
  public Instant last() {
    return acts.stream().map(Act::at).max(Comparator.naturalOrder()).orElse(window.began());
  }
}
