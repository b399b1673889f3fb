package dev.deckhand.lab.observe;

import dev.deckhand.check.Observation;
import dev.deckhand.check.Subject;
import dev.deckhand.check.Subject.DockerKind;
import dev.deckhand.check.Subject.DockerObject;
import dev.deckhand.check.Subject.Execution;
import dev.deckhand.check.Subject.HttpAnswer;
import dev.deckhand.lab.Watch;
import dev.deckhand.lab.docker.EngineApi;
import dev.deckhand.lab.probe.ContainerExecProbe;
import dev.deckhand.lab.probe.ContainerTunnel;
import dev.deckhand.lab.probe.EngineHostResolver;
import dev.deckhand.lab.probe.HttpProbe;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** All that can be seen of a private engine. */
public record EngineObserver(EngineApi api, HttpProbe http) {

  /** The eyes of an engine that runs in a container. */
  public static EngineObserver of(EngineApi api, ContainerTunnel containerTunnel) {
    return new EngineObserver(api, new HttpProbe(new EngineHostResolver(api), containerTunnel));
  }

  /** Whether an engine can tell of a subject. */
  public boolean canObserve(Subject subject) {
    return switch (subject) {
      case DockerObject _, HttpAnswer _ -> true;
      case Execution execution -> execution.scene() == Execution.Location.CONTAINER;
      case Subject.KubernetesObject _,
          Subject.HelmRelease _,
          Subject.WorkspaceFile _,
          Subject.JavaVariable _ ->
          false;
    };
  }

  /** Looks once; never throws. */
  public Observation observe(Subject subject) {
    return switch (subject) {
      case DockerObject object -> new EngineReader(api).observe(object);
      case HttpAnswer answer -> http.observe(answer);
      case Execution execution when canObserve(execution) ->
          new ContainerExecProbe(api).observe(execution);
      case Execution _,
          Subject.KubernetesObject _,
          Subject.HelmRelease _,
          Subject.WorkspaceFile _,
          Subject.JavaVariable _ ->
          UnsupportedSubject.observation("engine", subject);
    };
  }

  /** Reports each subject now and on each change: by events, or by asking where there are none. */
  public Watch watch(Set<Subject> subjects, ObservationQueue observations) {
    var objects = new ArrayList<DockerObject>();
    Map<Subject, Supplier<Observation>> asked = new LinkedHashMap<>();
    for (Subject subject : subjects) {
      if (subject instanceof DockerObject object) {
        objects.add(object);
      } else if (canObserve(subject)) {
        asked.put(subject, () -> observe(subject));
      } else {
        observations.add(subject, observe(subject));
      }
    }
    ObservationPoller observationPoller = ObservationPoller.of(asked, observations);
    EngineWatch watch = EngineWatch.of(new EngineReader(api), objects, observations);
    return () -> {
      observations.close();
      observationPoller.close();
      watch.close();
    };
  }

  /** Says why a subject is as it is. */
  public List<String> causes(Subject subject) {
    return switch (subject) {
      case DockerObject object -> new EngineCauses(api).of(object);
      case HttpAnswer answer -> noAnswerCauses(answer);
      case Execution execution -> executionCauses(execution.target());
      case Subject.KubernetesObject _,
          Subject.HelmRelease _,
          Subject.WorkspaceFile _,
          Subject.JavaVariable _ ->
          List.of();
    };
  }

  private List<String> noAnswerCauses(HttpAnswer answer) {
    var causes = new ArrayList<String>();
    http.explainNoAnswer(answer)
        .ifPresent(silence -> {
          causes.add(silence);
          causes.addAll(new EngineCauses(api).of(container(answer.host())));
        });
    return causes;
  }

  private List<String> executionCauses(String name) {
    return observe(container(name)) instanceof Observation.Snapshot(var found) && found.isEmpty()
        ? List.of("There is no container \"" + name + "\".")
        : new EngineCauses(api).of(container(name));
  }

  private static DockerObject container(String name) {
    return new DockerObject(DockerKind.CONTAINER, name, Map.of());
  }
}
