package dev.deckhand.lab.start;

import dev.deckhand.check.Observation;
import dev.deckhand.check.Subject;
import dev.deckhand.check.Subject.Execution;
import dev.deckhand.check.Subject.WorkspaceFile;
import dev.deckhand.lab.Lab;
import dev.deckhand.lab.LabFault;
import dev.deckhand.lab.SessionFolder;
import dev.deckhand.lab.SubjectObservation;
import dev.deckhand.lab.Watch;
import dev.deckhand.lab.observe.ObservationPoller;
import dev.deckhand.lab.observe.ObservationQueue;
import dev.deckhand.lab.observe.UnsupportedSubject;
import dev.deckhand.lab.probe.FileProbe;
import dev.deckhand.lab.workspace.WorkspaceExecProbe;
import dev.deckhand.lesson.Ability;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** What every lesson has, with or without an engine or a cluster: the learner's own folder. */
final class WorkspaceLab implements Lab {

  private final FileProbe files;
  private final WorkspaceExecProbe commands;

  /**
   * @param machine the variables of the person's own shell
   * @param lab those that point at the other parts of the lab
   */
  WorkspaceLab(SessionFolder sessionFolder, Map<String, String> machine, Map<String, String> lab) {
    this.files = new FileProbe(sessionFolder.workspace());
    this.commands = new WorkspaceExecProbe(sessionFolder, machine, lab);
  }

  @Override
  public Set<Ability> abilities() {
    return Set.of();
  }

  @Override
  public Map<String, String> environment() {
    return Map.of();
  }

  @Override
  public boolean canObserve(Subject subject) {
    return subject instanceof WorkspaceFile
        || (subject instanceof Execution execution
            && execution.scene() == Execution.Location.WORKSPACE);
  }

  @Override
  public Observation observe(Subject subject) {
    return switch (subject) {
      case WorkspaceFile file -> files.observe(file);
      case Execution execution when canObserve(execution) -> commands.observe(execution);
      case Execution _,
          Subject.KubernetesObject _,
          Subject.DockerObject _,
          Subject.HelmRelease _,
          Subject.HttpAnswer _,
          Subject.JavaVariable _ ->
          UnsupportedSubject.observation("lab", subject);
    };
  }

  @Override
  public Watch watch(Collection<Subject> subjects, Consumer<SubjectObservation> listener) {
    ObservationQueue observations = ObservationQueue.startFor(listener);
    Map<Subject, Supplier<Observation>> asked = new LinkedHashMap<>();
    subjects.forEach(subject -> asked.put(subject, () -> observe(subject)));
    ObservationPoller observationPoller = ObservationPoller.of(asked, observations);
    return () -> {
      observations.close();
      observationPoller.close();
    };
  }

  @Override
  public List<String> causes(Subject subject) {
    return subject instanceof WorkspaceFile file ? files.causes(file) : List.of();
  }

  @Override
  public void onLost(Consumer<LabFault> listener) {}

  @Override
  public void clear() {}

  @Override
  public void close() {}
}
