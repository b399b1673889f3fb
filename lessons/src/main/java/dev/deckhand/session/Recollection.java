package dev.deckhand.session;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a step's deeds say of the work on it, for a session that goes on after its process died.
 *
 * @param answered ids of questions that were answered right
 * @param chosen ids of quizzes that were solved
 * @param broken ids of checks that must never fail, and did
 * @param hints how many hints were given
 * @param unfinished the command that ran when the process died; empty for none
 */
public record Recollection(
    Set<String> answered, Set<String> chosen, Set<String> broken, int hints, String unfinished) {

  private static final Set<String> NOBODY = Set.of();

  /** Of a step that nobody has begun. */
  public static final Recollection NONE = new Recollection(Set.of(), Set.of(), Set.of(), 0, "");

  public Recollection {
    answered = Set.copyOf(answered);
    chosen = Set.copyOf(chosen);
    broken = Set.copyOf(broken);
  }

  /** What one session's deeds, in their order, say of the step that it is at. */
  public static Recollection of(List<Deed> deeds) {
    Recollection before = NONE;
    Recollection now = NONE;
    for (Deed deed : deeds) {
      switch (deed) {
        case Deed.Began _ -> {
          // whether this is a beginning, or a return to the step, only what comes next says
          before = before.and(now);
          now = NONE;
        }
        case Deed.Resumed(int _, boolean sameLab) -> {
          now = sameLab ? before.and(now) : before.and(now).anew();
          before = NONE;
        }
        case Deed.WasReset _ -> {
          before = NONE;
          now = now.anew();
        }
        case Deed.Passed _ -> {
          before = NONE;
          now = NONE;
        }
        case Deed.TookHint(int _, int count) -> now = now.hinted(count);
        case Deed.Answered(int _, var id, var _, boolean right) ->
            now = right ? now.and(new Recollection(Set.of(id), NOBODY, NOBODY, 0, "")) : now;
        case Deed.Chose(int _, var id, var _, boolean right) ->
            now = right ? now.and(new Recollection(NOBODY, Set.of(id), NOBODY, 0, "")) : now;
        case Deed.Broke(int _, var id) ->
            now = now.and(new Recollection(NOBODY, NOBODY, Set.of(id), 0, ""));
        case Deed.Typed(int _, var command) -> now = now.running(command);
        case Deed.Ran _ -> now = now.running("");
        case Deed.Drew _,
            Deed.Remarked _,
            Deed.SawSolution _,
            Deed.Played _,
            Deed.Held _,
            Deed.FellShort _,
            Deed.Finished _,
            Deed.Left _ -> {}
      }
    }
    return before.and(now);
  }

  private Recollection and(Recollection later) {
    return new Recollection(
        both(answered, later.answered),
        both(chosen, later.chosen),
        both(broken, later.broken),
        Math.max(hints, later.hints),
        later.unfinished.isEmpty() ? unfinished : later.unfinished);
  }

  /** In a new lab only what was told stays told. */
  private Recollection anew() {
    return new Recollection(Set.of(), Set.of(), Set.of(), hints, "");
  }

  private Recollection hinted(int count) {
    return new Recollection(answered, chosen, broken, count, unfinished);
  }

  private Recollection running(String command) {
    return new Recollection(answered, chosen, broken, hints, command);
  }

  private static Set<String> both(Set<String> some, Set<String> others) {
    var all = new HashSet<>(some);
    all.addAll(others);
    return all;
  }
}
