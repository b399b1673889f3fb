package dev.deckhand.lab.confined;

import dev.deckhand.check.Observation;
import dev.deckhand.check.Subject.Execution;
import dev.deckhand.check.pattern.DataNode;
import dev.deckhand.lab.api.ApiException;
import dev.deckhand.lab.docker.EngineExec;
import dev.deckhand.lab.observe.Observer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Supplier;

/**
 * Runs a check's command in a container of its own, which may read the workspace and reaches the
 * lab. It shares no processes with the submission.
 */
record ConfinedExecProbe(Supplier<ConfinedContainer> observer) implements Observer<Execution> {

  private static final int TIMEOUT_SECONDS = 10;
  private static final int MAX_OUTPUT_CHARS = 64 * 1024;

  /** What {@code timeout} exits with when it ended a command, and when it had to kill it. */
  private static final List<Integer> TIMED_OUT = List.of(124, 137);

  @Override
  public Observation observe(Execution subject) {
    var command = new ArrayList<>(List.of("timeout", "-k", "1", TIMEOUT_SECONDS + ""));
    command.addAll(subject.command());
    EngineExec answer;
    try {
      answer = observer.get().run(command);
    } catch (ApiException gone) {
      return new Observation.Unreachable(
          "The check's command can't be run: " + gone.getMessage() + ".",
          "Wait a moment: the check is tried again.");
    }
    if (TIMED_OUT.contains(answer.exitCode())) {
      return new Observation.Unreachable(
          "The check's command took longer than " + TIMEOUT_SECONDS + " s, so it was ended.",
          "Wait a moment: the check is tried again.");
    }
    if (answer.errors().startsWith("timeout: failed to run command")) {
      return new Observation.Snapshot(List.of());
    }
    var fields = new LinkedHashMap<String, Object>();
    fields.put("exitCode", answer.exitCode());
    fields.put("stdout", bounded(answer.output()));
    fields.put("stderr", bounded(answer.errors()));
    return new Observation.Snapshot(List.of(DataNode.of(fields)));
  }

  private static String bounded(String text) {
    String some = text.substring(0, Math.min(text.length(), MAX_OUTPUT_CHARS));
    return some.replaceFirst("\\R+\\z", "");
  }
}
