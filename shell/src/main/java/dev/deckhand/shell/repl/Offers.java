package dev.deckhand.shell.repl;

import dev.deckhand.lesson.Entries;
import dev.deckhand.lesson.Offered;
import dev.deckhand.session.Session;
import dev.deckhand.session.StepWork;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the step's text shows for one of the prompts, in order: what was not run yet is offered.
 * Never a solution or a hint. Safe for several threads.
 */
final class Offers {

  private final boolean java;
  private final Set<String> ran = new HashSet<>();
  private List<String> offered = List.of();
  private boolean open;
  private int step;

  private Offers(boolean java) {
    this.java = java;
  }

  /** The commands for the shell. */
  static Offers forShell() {
    return new Offers(false);
  }

  /** The lines for Java. */
  static Offers forJava() {
    return new Offers(true);
  }

  /** Told where the session stands. */
  synchronized void at(Session session) {
    if (step != session.step().number()) {
      step = session.step().number();
      ran.clear();
    }
    offered =
        session.step().offers().stream()
            .filter(one -> one.java() == java && !(java && one.isDoor()))
            .map(Offered::text)
            .toList();
    open = session.work().stage() != StepWork.Stage.DONE;
  }

  /** Told of each entry that was typed, at whichever prompt. */
  synchronized void ran(String entry) {
    Optional<String> snippet = Entries.java(entry);
    if (snippet.isPresent() == java) {
      ran.add(snippet.orElse(entry).strip());
    }
  }

  /** The first that was not run yet; empty where none is left, or the step is done. */
  synchronized Optional<String> next() {
    return open ? left().stream().findFirst() : Optional.empty();
  }

  /** The one after that, round and round; the first for a text that is none of them. */
  synchronized Optional<String> after(String shown) {
    List<String> left = left();
    List<String> all = left.isEmpty() ? offered : left;
    return all.isEmpty()
        ? Optional.empty()
        : Optional.of(all.get((all.indexOf(shown) + 1) % all.size()));
  }

  /** One that begins so, those not yet run first. */
  synchronized Optional<String> startingWith(String typed) {
    var all = new ArrayList<>(left());
    all.addAll(offered);
    return all.stream()
        .filter(one -> one.startsWith(typed) && one.length() > typed.length())
        .findFirst();
  }

  private List<String> left() {
    return offered.stream().filter(one -> !ran.contains(one.strip())).toList();
  }
}
