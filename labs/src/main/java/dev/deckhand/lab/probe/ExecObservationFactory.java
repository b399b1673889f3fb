package dev.deckhand.lab.probe;

import dev.deckhand.check.Observation;
import dev.deckhand.check.pattern.DataNode;
import java.util.LinkedHashMap;
import java.util.List;

/** Makes observations of commands, as checks see them. */
final class ExecObservationFactory {

  /** Longer output is cut. */
  private static final int MAX_OUTPUT_LENGTH = 64 * 1024;

  private ExecObservationFactory() {}

  /** A command that ended. Trailing newlines are removed from its output, as a shell does. */
  static Observation exited(int exitCode, String output, String errors) {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("exitCode", exitCode);
    fields.put("stdout", truncate(output));
    fields.put("stderr", truncate(errors));
    return new Observation.Snapshot(List.of(DataNode.of(fields)));
  }

  /** A command that couldn't be run. */
  static Observation notRunning() {
    return new Observation.Snapshot(List.of());
  }

  private static String truncate(String text) {
    String whole = text.length() > MAX_OUTPUT_LENGTH ? text.substring(0, MAX_OUTPUT_LENGTH) : text;
    return whole.replaceFirst("\\R+\\z", "");
  }
}
