package dev.deckhand.lab.start;

import dev.deckhand.check.Subject.Execution;
import dev.deckhand.check.Subject.WorkspaceFile;
import dev.deckhand.lab.SessionFolder;
import dev.deckhand.lab.observe.LabPart;
import dev.deckhand.lab.observe.Observers;
import dev.deckhand.lab.probe.FileProbe;
import dev.deckhand.lab.workspace.WorkspaceExecProbe;
import java.util.Map;

/** What every lesson has: the learner's own folder. */
record WorkspaceLab(Observers observers) implements LabPart {

  /**
   * @param machine the variables of the person's own shell
   * @param lab those that point at the other parts of the lab
   */
  static WorkspaceLab of(
      SessionFolder sessionFolder, Map<String, String> machine, Map<String, String> lab) {
    return new WorkspaceLab(
        Observers.local()
            .add(WorkspaceFile.class, new FileProbe(sessionFolder.workspace()))
            .add(
                Execution.class,
                execution -> execution.scene() == Execution.Location.WORKSPACE,
                new WorkspaceExecProbe(sessionFolder, machine, lab))
            .build());
  }

  @Override
  public void close() {}
}
