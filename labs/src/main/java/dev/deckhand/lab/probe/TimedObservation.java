package dev.deckhand.lab.probe;

import dev.deckhand.check.Observation;
import dev.deckhand.lab.docker.EngineApiError;
import dev.deckhand.lab.docker.EngineUnavailable;
import dev.deckhand.lab.kube.KubeApiError;
import dev.deckhand.lab.kube.KubeUnavailable;
import dev.deckhand.lab.time.BoundedCall;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

/** Looks at something that may never answer, and gives up in time. */
final class TimedObservation {

  private static final String RETRY_ADVICE = "Wait a moment; if it stays so, type \"reset\".";

  private TimedObservation() {}

  /** Returns what was seen; never throws. An interrupt stays marked. */
  static Observation observe(Duration patience, Callable<Observation> look) {
    try {
      return BoundedCall.run("probe", patience, look);
    } catch (TimeoutException tooSlow) {
      return new Observation.Unreachable(
          "The lab gave no answer within " + patience.toSeconds() + " s.", RETRY_ADVICE);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return new Observation.Unreachable("Nobody looks any more.", RETRY_ADVICE);
    } catch (ExecutionException failed) {
      return new Observation.Unreachable(explain(failed.getCause()), RETRY_ADVICE);
    }
  }

  private static String explain(@org.jspecify.annotations.Nullable Throwable failure) {
    return switch (failure) {
      case EngineUnavailable gone -> "The lab's engine does not answer (" + gone.reason() + ").";
      case EngineApiError refusal -> "The lab's engine could not say: " + refusal.message() + ".";
      case KubeUnavailable gone -> "The cluster does not answer (" + gone.reason() + ").";
      case KubeApiError refusal -> "The cluster could not say: " + refusal.message() + ".";
      case null, default -> "The lab could not look: " + failure + ".";
    };
  }
}
