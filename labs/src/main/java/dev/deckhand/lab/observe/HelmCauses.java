package dev.deckhand.lab.observe;

import dev.deckhand.check.Observation;
import dev.deckhand.check.pattern.DataNode;
import java.util.ArrayList;
import java.util.List;

/** Says why a release is not what it should be. */
final class HelmCauses {

  private HelmCauses() {}

  static List<String> of(Observation releases) {
    var causes = new ArrayList<String>();
    if (releases instanceof Observation.Snapshot(var found)) {
      for (DataNode release : found) {
        String cause = cause(release);
        if (!cause.isEmpty()) {
          causes.add(cause);
        }
      }
    }
    return causes;
  }

  private static String cause(DataNode release) {
    String who = "Release \"" + release.at("name").text() + "\"";
    String said = release.at("description").text();
    return switch (release.at("status").text()) {
      case "failed" ->
          who
              + " failed at revision "
              + release.at("revision").text()
              + ": "
              + SentenceFormatter.format(said);
      case "pending-install", "pending-upgrade", "pending-rollback" ->
          who + " is not done yet, or was broken off: " + SentenceFormatter.format(said);
      case "uninstalling" -> who + " is being uninstalled.";
      case "uninstalled" -> who + " was uninstalled, and its history kept.";
      default -> "";
    };
  }
}
