package dev.deckhand.lab.api;

import java.util.List;

/** A kind that a cluster serves, but not in the version asked for nor in one that stands for it. */
public final class VersionNotServed extends ApiException {
  private static final long serialVersionUID = 1L;

  /**
   * @param served the versions that the cluster has the kind in: {@code batch/v1beta1}
   */
  public VersionNotServed(String apiVersion, String kind, List<String> served) {
    super(
        ApiServer.CLUSTER,
        "This cluster serves "
            + kind
            + " in "
            + String.join(" and ", served)
            + ", and not in "
            + apiVersion,
        null);
  }
}
