package dev.deckhand.lesson;

/** A tool of labs whose version a lesson may ask for. */
public enum VersionedTool implements Keyword {
  K8S("Kubernetes", LabKind.KUBERNETES),
  DOCKER("Docker", LabKind.DOCKER),
  HELM("Helm", LabKind.KUBERNETES);

  private final String title;
  private final LabKind lab;

  VersionedTool(String title, LabKind lab) {
    this.title = title;
    this.lab = lab;
  }

  /** Its name for people. */
  public String title() {
    return title;
  }

  /** The lab that has it. */
  public LabKind lab() {
    return lab;
  }
}
