package dev.deckhand.lesson.version;

import java.util.Locale;

/** A tool of labs whose version a lesson may ask for. */
public enum VersionedTool {
  K8S("Kubernetes"),
  DOCKER("Docker"),
  HELM("Helm");

  private final String title;

  VersionedTool(String title) {
    this.title = title;
  }

  /** Its name for people. */
  public String title() {
    return title;
  }

  /** Its name as authors write it. */
  public String keyword() {
    return name().toLowerCase(Locale.ROOT);
  }
}
