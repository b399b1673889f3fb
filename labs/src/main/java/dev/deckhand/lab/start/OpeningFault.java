package dev.deckhand.lab.start;

import dev.deckhand.lab.LabFault;
import dev.deckhand.lab.api.ApiError;
import dev.deckhand.lab.api.ApiException;
import dev.deckhand.lab.api.ApiServer;
import dev.deckhand.lab.api.ApiUnavailable;
import dev.deckhand.lab.api.VersionNotServed;
import dev.deckhand.lab.container.HostEngine;
import dev.deckhand.lab.docker.EngineAddress;

/** What a failed call to a server means for the lab that is being opened. */
final class OpeningFault {

  private OpeningFault() {}

  /**
   * Returns the fault to report.
   *
   * @param host the machine's engine, which is told apart from the lab's own
   */
  static LabFault of(ApiException failure, EngineAddress host) {
    return switch (failure) {
      case ApiUnavailable gone ->
          gone.server() == ApiServer.ENGINE ? engineFault(gone, host) : lost(gone);
      case ApiError refusal -> refused(refusal);
      case VersionNotServed tooOld -> refused(tooOld);
    };
  }

  /** The lab's engine if the machine's own answers, otherwise the machine's. */
  private static LabFault engineFault(ApiUnavailable gone, EngineAddress host) {
    try {
      HostEngine.connect(host).api().close();
      return lost(gone);
    } catch (LabFault _) {
      return HostEngine.unreachableFault(host, gone);
    }
  }

  private static LabFault lost(ApiUnavailable gone) {
    var unreachable = gone.observation();
    return new LabFault(LabFault.Kind.LOST, unreachable.reason(), unreachable.remedy(), gone);
  }

  private static LabFault refused(ApiException refusal) {
    String server = refusal.server() == ApiServer.CLUSTER ? "cluster" : "engine";
    return new LabFault(
        LabFault.Kind.NOT_STARTED,
        "The lab did not open: the " + server + " refused a request (" + refusal.message() + ").",
        "Type \"reset\" to try again. If that doesn't help, run: deckhand doctor",
        refusal);
  }
}
