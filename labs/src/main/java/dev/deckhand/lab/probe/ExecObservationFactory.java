package dev.deckhand.lab.probe;

import dev.deckhand.check.Observation;
import dev.deckhand.check.pattern.DataNode;
import java.util.LinkedHashMap;
import java.util.List;

/** What a command did, as checks see it. */
final class ExecObservationFactory {

  /** What a check has to say about more than that is not for a learner to read. */
  private static final int MAX_OUTPUT_LENGTH = 64 * 1024;

  private ExecObservationFactory() {}

  /** A command's end; the newline that ends its output is left out, as a shell does. */
  static Observation exited(int exitCode, String output, String errors) {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("exitCode", exitCode);
    fields.put("stdout", truncate(output));
    fields.put("stderr", truncate(errors));
    return new Observation.Snapshot(List.of(DataNode.of(fields)));
  }

  /** There is nowhere to run it. */
  static Observation notRunning() {
    return new Observation.Snapshot(List.of());
  }

  private static String truncate(String text) {
    String whole = text.length() > MAX_OUTPUT_LENGTH ? text.substring(0, MAX_OUTPUT_LENGTH) : text;
    return whole.replaceFirst("\\R+\\z", "");
  }
}
