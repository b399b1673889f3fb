package dev.deckhand.lab.observe;

import dev.deckhand.check.Observation;
import dev.deckhand.check.Subject;
import dev.deckhand.check.Subject.DockerKind;
import dev.deckhand.check.Subject.DockerObject;
import dev.deckhand.check.Subject.Execution;
import dev.deckhand.check.Subject.HttpAnswer;
import dev.deckhand.lab.Watch;
import dev.deckhand.lab.docker.EngineApi;
import dev.deckhand.lab.probe.ContainerCommand;
import dev.deckhand.lab.probe.EngineRoute;
import dev.deckhand.lab.probe.HttpProbe;
import dev.deckhand.lab.probe.Tunnel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** All that can be seen of a private engine. */
public record EngineEyes(EngineApi api, HttpProbe http) {

  /** The eyes of an engine that runs in a container. */
  public static EngineEyes of(EngineApi api, Tunnel tunnel) {
    return new EngineEyes(api, new HttpProbe(new EngineRoute(api), tunnel));
  }

  /** Whether an engine can tell of a subject. */
  public boolean sees(Subject subject) {
    return switch (subject) {
      case DockerObject _, HttpAnswer _ -> true;
      case Execution execution -> execution.scene() == Execution.Scene.CONTAINER;
      case Subject.KubernetesObject _,
          Subject.HelmRelease _,
          Subject.WorkspaceFile _,
          Subject.JavaVariable _ ->
          false;
    };
  }

  /** Looks once; never throws. */
  public Observation look(Subject subject) {
    return switch (subject) {
      case DockerObject object -> new EngineSight(api).look(object);
      case HttpAnswer answer -> http.look(answer);
      case Execution execution when sees(execution) -> new ContainerCommand(api).look(execution);
      case Execution _,
          Subject.KubernetesObject _,
          Subject.HelmRelease _,
          Subject.WorkspaceFile _,
          Subject.JavaVariable _ ->
          Unseen.by("engine", subject);
    };
  }

  /** Reports each subject now and on each change: by events, or by asking where there are none. */
  public Watch watch(Set<Subject> subjects, Sightings sightings) {
    var objects = new ArrayList<DockerObject>();
    Map<Subject, Supplier<Observation>> asked = new LinkedHashMap<>();
    for (Subject subject : subjects) {
      if (subject instanceof DockerObject object) {
        objects.add(object);
      } else if (sees(subject)) {
        asked.put(subject, () -> look(subject));
      } else {
        sightings.saw(subject, look(subject));
      }
    }
    Polls polls = Polls.of(asked, sightings);
    EngineWatch watch = EngineWatch.of(new EngineSight(api), objects, sightings);
    return () -> {
      sightings.close();
      polls.close();
      watch.close();
    };
  }

  /** Says why a subject is as it is. */
  public List<String> causes(Subject subject) {
    return switch (subject) {
      case DockerObject object -> new EngineCauses(api).of(object);
      case HttpAnswer answer -> silence(answer);
      case Execution execution -> absence(execution.target());
      case Subject.KubernetesObject _,
          Subject.HelmRelease _,
          Subject.WorkspaceFile _,
          Subject.JavaVariable _ ->
          List.of();
    };
  }

  private List<String> silence(HttpAnswer answer) {
    var causes = new ArrayList<String>();
    http.silence(answer)
        .ifPresent(silence -> {
          causes.add(silence);
          String host = String.valueOf(java.net.URI.create(answer.url()).getHost());
          causes.addAll(new EngineCauses(api).of(container(host)));
        });
    return causes;
  }

  private List<String> absence(String name) {
    return look(container(name)) instanceof Observation.Seen(var found) && found.isEmpty()
        ? List.of("There is no container \"" + name + "\".")
        : new EngineCauses(api).of(container(name));
  }

  private static DockerObject container(String name) {
    return new DockerObject(DockerKind.CONTAINER, name, Map.of());
  }
}
