package dev.deckhand.lab.probe;

import dev.deckhand.check.Node;
import dev.deckhand.check.Observation;
import java.util.LinkedHashMap;
import java.util.List;

/** What a command did, as checks see it. */
final class Ran {

  /** What a check has to say about more than that is not for a learner to read. */
  private static final int LONGEST = 64 * 1024;

  private Ran() {}

  /** A command's end; the newline that ends its output is left out, as a shell does. */
  static Observation seen(int exitCode, String output, String errors) {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("exitCode", exitCode);
    fields.put("stdout", cut(output));
    fields.put("stderr", cut(errors));
    return new Observation.Seen(List.of(Node.of(fields)));
  }

  /** There is nowhere to run it. */
  static Observation nowhere() {
    return new Observation.Seen(List.of());
  }

  private static String cut(String text) {
    String whole = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    return whole.replaceFirst("\\R+\\z", "");
  }
}
