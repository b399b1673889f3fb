package dev.deckhand.lab.observe;

import dev.deckhand.check.Observation;
import dev.deckhand.check.Subject;
import dev.deckhand.check.Subject.Execution;
import dev.deckhand.check.Subject.HelmRelease;
import dev.deckhand.check.Subject.HttpAnswer;
import dev.deckhand.check.Subject.KubernetesObject;
import dev.deckhand.lab.Watch;
import dev.deckhand.lab.probe.ClusterRoute;
import dev.deckhand.lab.probe.HttpProbe;
import dev.deckhand.lab.probe.PodCommand;
import dev.deckhand.lab.probe.Tunnel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** All that can be seen of a cluster. */
public record ClusterEyes(ClusterSight sight, HttpProbe http, PodCommand commands) {

  /** The eyes of a cluster whose node is a container. */
  public static ClusterEyes of(ClusterSight sight, Tunnel tunnel) {
    return new ClusterEyes(
        sight,
        new HttpProbe(new ClusterRoute(sight.api(), sight.namespace()), tunnel),
        new PodCommand(sight.api(), sight.namespace()));
  }

  /** Whether a cluster can tell of a subject. */
  public boolean sees(Subject subject) {
    return switch (subject) {
      case KubernetesObject _, HelmRelease _, HttpAnswer _ -> true;
      case Execution execution -> execution.scene() == Execution.Scene.POD;
      case Subject.DockerObject _, Subject.WorkspaceFile _, Subject.JavaVariable _ -> false;
    };
  }

  /** Looks once; never throws. */
  public Observation look(Subject subject) {
    return switch (subject) {
      case KubernetesObject object -> sight.look(object);
      case HelmRelease release -> ReleaseSight.releases(sight.look(ReleaseSight.secrets(release)));
      case HttpAnswer answer -> http.look(answer);
      case Execution execution when sees(execution) -> commands.look(execution);
      case Execution _, Subject.DockerObject _, Subject.WorkspaceFile _, Subject.JavaVariable _ ->
          Unseen.by("cluster", subject);
    };
  }

  /** Reports each subject now and on each change: by watch, or by asking where there is none. */
  public Watch watch(Set<Subject> subjects, Sightings sightings) {
    Map<Subject, Supplier<Observation>> asked = new LinkedHashMap<>();
    for (Subject subject : subjects) {
      boolean watched = subject instanceof KubernetesObject || subject instanceof HelmRelease;
      if (!sees(subject)) {
        sightings.saw(subject, look(subject));
      } else if (!watched) {
        asked.put(subject, () -> look(subject));
      }
    }
    Polls polls = Polls.of(asked, sightings);
    ClusterWatch watch = ClusterWatch.of(sight, subjects, sightings, ClusterWatch.LONGEST_PAUSE);
    return () -> {
      sightings.close();
      polls.close();
      watch.close();
    };
  }

  /** Says why a subject is as it is. */
  public List<String> causes(Subject subject) {
    return switch (subject) {
      case KubernetesObject object -> new ClusterCauses(sight).of(object);
      case HelmRelease _ -> HelmCauses.of(look(subject));
      case HttpAnswer answer -> silence(answer);
      case Execution execution -> absence(execution);
      case Subject.DockerObject _, Subject.WorkspaceFile _, Subject.JavaVariable _ -> List.of();
    };
  }

  /** Nobody answers; why not is known of the Service, if it is one. */
  private List<String> silence(HttpAnswer answer) {
    var causes = new ArrayList<String>();
    http.silence(answer)
        .ifPresent(silence -> {
          causes.add(silence);
          ClusterRoute.service(answer, sight.namespace())
              .ifPresent(service -> causes.addAll(new ClusterCauses(sight).of(service)));
        });
    return causes;
  }

  private List<String> absence(Execution execution) {
    String pod = execution.target().split("/", 2)[0];
    var subject = new KubernetesObject("v1", "Pod", pod, null, Map.of());
    return look(subject) instanceof Observation.Seen(var pods) && pods.isEmpty()
        ? List.of("There is no Pod \"" + pod + "\".")
        : new ClusterCauses(sight).of(subject);
  }
}
