package dev.deckhand.shell.repl.edit;

import dev.deckhand.lesson.OfferedCommand;
import dev.deckhand.session.Session;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The commands that a step's text shows for one of the prompts, in order. Those that haven't been
 * run yet are offered; solutions and hints never are. Thread-safe.
 */
public final class CommandOffers {

  private final boolean java;
  private final Set<String> alreadyRun = new HashSet<>();
  private List<String> offered = List.of();
  private boolean open;
  private int step;

  private CommandOffers(boolean java) {
    this.java = java;
  }

  /** The commands for the shell. */
  public static CommandOffers forShell() {
    return new CommandOffers(false);
  }

  /** The lines for Java. */
  public static CommandOffers forJava() {
    return new CommandOffers(true);
  }

  /** Takes over the commands of the session's current step. */
  public synchronized void update(Session session) {
    if (step != session.step().number()) {
      step = session.step().number();
      alreadyRun.clear();
    }
    offered =
        session.step().offeredCommands().stream()
            .filter(one -> one.java() == java && !(java && one.isJshellBoundary()))
            .map(OfferedCommand::text)
            .toList();
    open = !session.phase().stepDone();
  }

  /** Told of each line that was typed, at whichever prompt. */
  public synchronized void recordRun(PromptLineSource.TypedLine line) {
    switch (line) {
      case PromptLineSource.TypedLine.ShellLine(String text) when !java ->
          alreadyRun.add(text.strip());
      case PromptLineSource.TypedLine.JavaSnippet(String source) when java ->
          alreadyRun.add(source.strip());
      case PromptLineSource.TypedLine _ -> {
        // it belongs to the other prompt
      }
    }
  }

  /** The first command that hasn't been run yet; empty if none is left or the step is done. */
  public synchronized Optional<String> next() {
    return open ? remaining().stream().findFirst() : Optional.empty();
  }

  /** The one after that, round and round; the first for a text that is none of them. */
  synchronized Optional<String> after(String shown) {
    List<String> left = remaining();
    List<String> all = left.isEmpty() ? offered : left;
    return all.isEmpty()
        ? Optional.empty()
        : Optional.of(all.get((all.indexOf(shown) + 1) % all.size()));
  }

  /** One that begins so, those not yet run first. */
  synchronized Optional<String> startingWith(String typed) {
    var all = new ArrayList<>(remaining());
    all.addAll(offered);
    return all.stream()
        .filter(one -> one.startsWith(typed) && one.length() > typed.length())
        .findFirst();
  }

  private List<String> remaining() {
    return offered.stream().filter(one -> !alreadyRun.contains(one.strip())).toList();
  }
}
