package dev.deckhand.lab.observe;

import dev.deckhand.check.Observation;
import dev.deckhand.check.Subject;
import dev.deckhand.check.Subject.Execution;
import dev.deckhand.check.Subject.HelmRelease;
import dev.deckhand.check.Subject.HttpAnswer;
import dev.deckhand.check.Subject.KubernetesObject;
import dev.deckhand.lab.Watch;
import dev.deckhand.lab.probe.ClusterHostResolver;
import dev.deckhand.lab.probe.ContainerTunnel;
import dev.deckhand.lab.probe.HttpProbe;
import dev.deckhand.lab.probe.PodExecProbe;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** All that can be seen of a cluster. */
public record ClusterObserver(ClusterReader reader, HttpProbe http, PodExecProbe commands) {

  /** The eyes of a cluster whose node is a container. */
  public static ClusterObserver of(ClusterReader reader, ContainerTunnel containerTunnel) {
    return new ClusterObserver(
        reader,
        new HttpProbe(new ClusterHostResolver(reader.api(), reader.namespace()), containerTunnel),
        new PodExecProbe(reader.api(), reader.namespace()));
  }

  /** Whether a cluster can tell of a subject. */
  public boolean canObserve(Subject subject) {
    return switch (subject) {
      case KubernetesObject _, HelmRelease _, HttpAnswer _ -> true;
      case Execution execution -> execution.scene() == Execution.Location.POD;
      case Subject.DockerObject _, Subject.WorkspaceFile _, Subject.JavaVariable _ -> false;
    };
  }

  /** Looks once; never throws. */
  public Observation observe(Subject subject) {
    return switch (subject) {
      case KubernetesObject object -> reader.observe(object);
      case HelmRelease release ->
          HelmReleaseReader.releases(reader.observe(HelmReleaseReader.secretsOf(release)));
      case HttpAnswer answer -> http.observe(answer);
      case Execution execution when canObserve(execution) -> commands.observe(execution);
      case Execution _, Subject.DockerObject _, Subject.WorkspaceFile _, Subject.JavaVariable _ ->
          UnsupportedSubject.observation("cluster", subject);
    };
  }

  /** Reports each subject now and on each change: by watch, or by asking where there is none. */
  public Watch watch(Set<Subject> subjects, ObservationQueue observations) {
    Map<Subject, Supplier<Observation>> asked = new LinkedHashMap<>();
    for (Subject subject : subjects) {
      boolean watched = subject instanceof KubernetesObject || subject instanceof HelmRelease;
      if (!canObserve(subject)) {
        observations.add(subject, observe(subject));
      } else if (!watched) {
        asked.put(subject, () -> observe(subject));
      }
    }
    ObservationPoller observationPoller = ObservationPoller.of(asked, observations);
    ClusterWatch watch =
        ClusterWatch.of(reader, subjects, observations, ClusterWatch.LONGEST_PAUSE);
    return () -> {
      observations.close();
      observationPoller.close();
      watch.close();
    };
  }

  /** Says why a subject is as it is. */
  public List<String> causes(Subject subject) {
    return switch (subject) {
      case KubernetesObject object -> new ClusterCauses(reader).of(object);
      case HelmRelease _ -> HelmCauses.of(observe(subject));
      case HttpAnswer answer -> noAnswerCauses(answer);
      case Execution execution -> executionCauses(execution);
      case Subject.DockerObject _, Subject.WorkspaceFile _, Subject.JavaVariable _ -> List.of();
    };
  }

  /** Nobody answers; why not is known of the Service, if it is one. */
  private List<String> noAnswerCauses(HttpAnswer answer) {
    var causes = new ArrayList<String>();
    http.explainNoAnswer(answer)
        .ifPresent(silence -> {
          causes.add(silence);
          ClusterHostResolver.serviceOf(answer, reader.namespace())
              .ifPresent(service -> causes.addAll(new ClusterCauses(reader).of(service)));
        });
    return causes;
  }

  private List<String> executionCauses(Execution execution) {
    String pod = execution.target().split("/", 2)[0];
    var subject = new KubernetesObject("v1", "Pod", pod, null, Map.of());
    return observe(subject) instanceof Observation.Snapshot(var pods) && pods.isEmpty()
        ? List.of("There is no Pod \"" + pod + "\".")
        : new ClusterCauses(reader).of(subject);
  }
}
