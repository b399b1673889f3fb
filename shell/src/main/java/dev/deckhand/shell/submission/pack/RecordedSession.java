package dev.deckhand.shell.submission.pack;

import java.util.ArrayList;
import java.util.List;

/**
 * The actions in the current step of one session. A session has a lab of its own, so what was done
 * in another session doesn't count here.
 */
final class RecordedSession {

  private int step;
  private boolean passed;
  private boolean sandbox;
  private List<RecordedAction> earlier = List.of();
  private String running = "";
  private List<RecordedAction> lastPassed = new ArrayList<>();
  private final List<RecordedAction> actions = new ArrayList<>();
  private final List<RecordedAction> inSandbox = new ArrayList<>();

  /** A step begins. What was typed after the one before was done belongs to this one. */
  void begin(int next) {
    boolean nextInSameLab = passed && next == step + 1;
    earlier = next == step ? List.copyOf(actions) : List.of();
    if (!nextInSameLab) {
      actions.clear();
    }
    inSandbox.clear();
    sandbox = false;
    passed = false;
    step = next;
  }

  /** The process had died in this step; with the same lab, what was done before counts. */
  void resume(boolean sameLab) {
    if (sameLab) {
      actions.addAll(0, earlier);
    } else {
      actions.clear();
    }
    earlier = List.of();
  }

  void add(RecordedAction action) {
    (sandbox ? inSandbox : actions).add(action);
    if (action instanceof RecordedAction.Typed(String command, int _)) {
      running = command;
    }
  }

  /**
   * A command has ended, perhaps after it made the step pass. One that wasn't recorded before it
   * ran is added.
   */
  void finish(String command, int exitCode) {
    var ended = new RecordedAction.Typed(command, exitCode);
    if (!command.equals(running)) {
      add(ended);
    } else {
      var typed = new RecordedAction.Typed(command, -1);
      for (List<RecordedAction> list : List.of(actions, inSandbox, lastPassed)) {
        int index = list.lastIndexOf(typed);
        if (index >= 0) {
          list.set(index, ended);
          break;
        }
      }
    }
    running = "";
  }

  void enterSandbox() {
    sandbox = true;
    inSandbox.clear();
  }

  /** The lab is where the step began, or where it was done. */
  void leaveSandbox() {
    sandbox = false;
    inSandbox.clear();
    actions.clear();
  }

  void reset() {
    leaveSandbox();
    passed = false;
  }

  /**
   * The step is past. Journals of earlier versions don't say when the sandbox was left, so what was
   * typed since then counts.
   *
   * @return what was done in the step; the exit code of a command that still runs follows
   */
  List<RecordedAction> pass() {
    lastPassed = new ArrayList<>(current());
    actions.clear();
    inSandbox.clear();
    sandbox = false;
    passed = true;
    return lastPassed;
  }

  /** What was done in the step so far. */
  List<RecordedAction> current() {
    var all = new ArrayList<>(actions);
    all.addAll(inSandbox);
    return List.copyOf(all);
  }

  /** Whether what is done now is part of a step that isn't done yet. */
  boolean isWorking() {
    return !passed && !sandbox;
  }
}
