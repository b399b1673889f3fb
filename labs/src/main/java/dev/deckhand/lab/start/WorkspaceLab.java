package dev.deckhand.lab.start;

import dev.deckhand.check.Observation;
import dev.deckhand.check.Subject;
import dev.deckhand.check.Subject.Execution;
import dev.deckhand.check.Subject.WorkspaceFile;
import dev.deckhand.lab.Lab;
import dev.deckhand.lab.LabFault;
import dev.deckhand.lab.SessionRoom;
import dev.deckhand.lab.Sighting;
import dev.deckhand.lab.Watch;
import dev.deckhand.lab.observe.Polls;
import dev.deckhand.lab.observe.Sightings;
import dev.deckhand.lab.observe.Unseen;
import dev.deckhand.lab.probe.FileSight;
import dev.deckhand.lab.workspace.WorkspaceCommand;
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

  private final FileSight files;
  private final WorkspaceCommand commands;

  /**
   * @param machine the variables of the person's own shell
   * @param lab those that point at the other parts of the lab
   */
  WorkspaceLab(SessionRoom room, Map<String, String> machine, Map<String, String> lab) {
    this.files = new FileSight(room.workspace());
    this.commands = new WorkspaceCommand(room, machine, lab);
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
  public boolean sees(Subject subject) {
    return subject instanceof WorkspaceFile
        || (subject instanceof Execution execution
            && execution.scene() == Execution.Scene.WORKSPACE);
  }

  @Override
  public Observation observe(Subject subject) {
    return switch (subject) {
      case WorkspaceFile file -> files.look(file);
      case Execution execution when sees(execution) -> commands.look(execution);
      case Execution _,
          Subject.KubernetesObject _,
          Subject.DockerObject _,
          Subject.HelmRelease _,
          Subject.HttpAnswer _,
          Subject.JavaVariable _ ->
          Unseen.by("lab", subject);
    };
  }

  @Override
  public Watch watch(Collection<Subject> subjects, Consumer<Sighting> listener) {
    Sightings sightings = Sightings.to(listener);
    Map<Subject, Supplier<Observation>> asked = new LinkedHashMap<>();
    subjects.forEach(subject -> asked.put(subject, () -> observe(subject)));
    Polls polls = Polls.of(asked, sightings);
    return () -> {
      sightings.close();
      polls.close();
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
