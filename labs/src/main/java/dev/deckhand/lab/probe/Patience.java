package dev.deckhand.lab.probe;

import dev.deckhand.check.Observation;
import dev.deckhand.lab.docker.EngineGone;
import dev.deckhand.lab.docker.EngineRefusal;
import dev.deckhand.lab.kube.KubeGone;
import dev.deckhand.lab.kube.KubeRefusal;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Looks at something that may never answer, and gives up in time. */
final class Patience {

  private static final String NEXT = "Wait a moment; if it stays so, type \"reset\".";

  private Patience() {}

  /** Returns what was seen; never throws. An interrupt stays marked. */
  static Observation look(Duration patience, Callable<Observation> look) {
    var task = new FutureTask<>(look);
    Thread thread = Thread.ofVirtual().name("probe").start(task);
    try {
      return task.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException tooSlow) {
      thread.interrupt();
      return new Observation.Unreachable(
          "The lab gave no answer within " + patience.toSeconds() + " s.", NEXT);
    } catch (InterruptedException stopped) {
      thread.interrupt();
      Thread.currentThread().interrupt();
      return new Observation.Unreachable("Nobody looks any more.", NEXT);
    } catch (ExecutionException failed) {
      return new Observation.Unreachable(why(failed.getCause()), NEXT);
    }
  }

  private static String why(@org.jspecify.annotations.Nullable Throwable failure) {
    return switch (failure) {
      case EngineGone gone -> "The lab's engine does not answer (" + gone.why() + ").";
      case EngineRefusal refusal -> "The lab's engine could not say: " + refusal.message() + ".";
      case KubeGone gone -> "The cluster does not answer (" + gone.why() + ").";
      case KubeRefusal refusal -> "The cluster could not say: " + refusal.message() + ".";
      case null, default -> "The lab could not look: " + failure + ".";
    };
  }
}
