package dev.deckhand.lab.confined;

import dev.deckhand.check.Subject.Execution;
import dev.deckhand.check.Subject.WorkspaceFile;
import dev.deckhand.lab.ConfinementLimits;
import dev.deckhand.lab.LabFault;
import dev.deckhand.lab.Workspace;
import dev.deckhand.lab.WorkspaceContent;
import dev.deckhand.lab.api.ApiError;
import dev.deckhand.lab.api.ApiException;
import dev.deckhand.lab.container.ContainerContext;
import dev.deckhand.lab.docker.EngineApi;
import dev.deckhand.lab.docker.ParallelCalls;
import dev.deckhand.lab.observe.LabPart;
import dev.deckhand.lab.observe.Observers;
import dev.deckhand.lab.probe.FileProbe;
import dev.deckhand.lab.workspace.BashWorkspace;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The containers of one submission and the volume that they share: one for the submission's
 * commands, one for the lesson's own, and one that observes. The volume is in memory, which bounds
 * its size on every machine.
 *
 * <p>For one thread at a time, except for the observers.
 */
public final class Confinement implements LabPart {

  /** Where a learner's files are after a reset, in the workspace's folder. */
  public static final String EARLIER_FILES = "attic";

  private static final String MOVE_FILES =
      """
      set -eu
      shopt -s dotglob nullglob
      files=()
      for file in *; do [ "$file" = ATTIC ] || files+=("$file"); done
      [ ${#files[@]} -gt 0 ] || exit 0
      [ ! -L ATTIC ]
      folder=ATTIC/$(date -u +%Y-%m-%dT%H-%M-%S)
      mkdir -p "$folder"
      exec mv -- "${files[@]}" "$folder"
      """
          .replace("ATTIC", EARLIER_FILES);

  private final ConfinementPlan plan;
  private final Supplier<String> nonces;
  private final LabSockets sockets;
  private final Observers observers;
  private ConfinedWorkspace submitted;
  private ConfinedWorkspace authored;
  private @Nullable ConfinedContainer observer;
  private @Nullable ConfinedContainer learner;
  private boolean closed;

  private Confinement(ConfinementPlan plan, LabSockets sockets, Supplier<String> nonces) {
    this.plan = plan;
    this.sockets = sockets;
    this.nonces = nonces;
    this.submitted = new ConfinedWorkspace(plan, nonces);
    this.authored = new ConfinedWorkspace(plan, nonces);
    this.observers =
        Observers.local()
            .add(WorkspaceFile.class, new FileProbe(new ConfinedFileReader(this::observer)))
            .add(
                Execution.class,
                execution -> execution.scene() == Execution.Location.WORKSPACE,
                new ConfinedExecProbe(this::observer))
            .build();
  }

  /**
   * Prepares a confinement. Its containers start when they are needed.
   *
   * @param image the tag of an image that is on the machine, with bash and the lab's tools
   * @param sockets lead to the lab; closed with the confinement
   * @param nonces supplies secret words that can't be guessed
   * @throws LabFault if there's no room for the workspace
   */
  public static Confinement open(
      ContainerContext context,
      String image,
      ConfinementLimits limits,
      LabSockets sockets,
      Supplier<String> nonces) {
    String volume = "deckhand-work-" + context.folder().id();
    var plan =
        new ConfinementPlan(
            context,
            limits,
            image,
            volume,
            sockets.folder(),
            sockets.variables(),
            sockets.beforeFirstProcess());
    createVolume(plan);
    return new Confinement(plan, sockets, nonces);
  }

  private static void createVolume(ConfinementPlan plan) {
    String owner = Integer.toString(ConfinedContainer.USER);
    String options =
        "size="
            + plan.limits().workspace()
            + ",nr_inodes="
            + ConfinementLimits.MAX_FILES
            + ",mode=0755,nosuid,nodev,uid="
            + owner
            + ",gid="
            + owner;
    plan.context()
        .host()
        .api()
        .post(
            "/volumes/create",
            Map.of(
                "Name", plan.volume(),
                "Driver", "local",
                "DriverOpts", Map.of("type", "tmpfs", "device", "tmpfs", "o", options),
                "Labels", plan.context().labels()));
  }

  /** The workspace of the submission's commands. */
  public Workspace submitted() {
    return submitted;
  }

  /** The workspace of the lesson's own commands. */
  public Workspace authored() {
    return authored;
  }

  /**
   * A workspace with a terminal, for a learner. Its container is the same for all of them, and
   * stays when one is closed.
   */
  public Workspace terminal() {
    return new BashWorkspace(new ConfinedShellStarter(plan, this::learner, nonces));
  }

  private ConfinedContainer learner() {
    // it keeps the volume mounted, and with it the files
    observer();
    synchronized (this) {
      ConfinedContainer running = learner;
      if (running == null) {
        running = ConfinedContainer.findOrStart(plan, ConfinedContainer.Role.TERMINAL);
        learner = running;
      }
      return running;
    }
  }

  /** Stops the submission's processes until its next command. */
  public void pause() {
    submitted.pause();
  }

  /**
   * Writes files into the workspace, owned by the submission's user.
   *
   * @throws LabFault if they don't fit
   */
  public void write(Collection<WorkspaceContent> files) {
    if (files.isEmpty()) {
      return;
    }
    // it keeps the volume mounted, and with it the files
    observer();
    try {
      // not by the author's container, which many lessons don't need
      submitted.write(WorkspaceArchive.of(files, ConfinedContainer.USER));
    } catch (ApiException failure) {
      throw new LabFault(
          LabFault.Kind.NO_SPACE,
          "The submission's files can't be written: " + failure.getMessage() + ".",
          "The workspace has room for " + plan.limits().workspace() / (1 << 20) + " MB.",
          failure);
    }
  }

  /** The container that observes; it starts first, since it keeps the volume mounted. */
  private synchronized ConfinedContainer observer() {
    if (closed) {
      throw new LabFault(LabFault.Kind.LOST, "This workspace is closed.", "Open it again.");
    }
    ConfinedContainer running = observer;
    if (running == null) {
      running = ConfinedContainer.findOrStart(plan, ConfinedContainer.Role.OBSERVER);
      observer = running;
    }
    return running;
  }

  @Override
  public Observers observers() {
    return observers;
  }

  /**
   * Ends all processes and empties the workspace. A learner's files are kept, in the folder {@link
   * #EARLIER_FILES}.
   *
   * @throws ApiException if one of its containers stays, and with it what is in the workspace
   */
  @Override
  public void clear() {
    ConfinedContainer running;
    synchronized (this) {
      running = learner;
    }
    if (running == null || !moveFiles(running)) {
      removeContainers();
    } else {
      ParallelCalls.run(List.of(submitted::remove, authored::remove));
    }
    submitted = new ConfinedWorkspace(plan, nonces);
    authored = new ConfinedWorkspace(plan, nonces);
  }

  /** Returns whether the folder is empty afterwards: a learner may have made that impossible. */
  private static boolean moveFiles(ConfinedContainer learner) {
    learner.kill();
    learner.restart();
    return learner.run(List.of("/bin/bash", "-c", MOVE_FILES)).exitCode() == 0;
  }

  /** The volume is empty once no container has it mounted, also none of a killed process. */
  private void removeContainers() {
    ParallelCalls.run(
        List.of(submitted::remove, authored::remove, this::removeLearner, this::removeObserver));
    ConfinedContainer.removeAll(plan);
  }

  private void removeLearner() {
    ConfinedContainer running;
    synchronized (this) {
      running = learner;
      learner = null;
    }
    if (running != null) {
      running.remove();
    }
  }

  private void removeObserver() {
    ConfinedContainer running;
    synchronized (this) {
      running = observer;
    }
    if (running != null) {
      running.remove();
    }
    synchronized (this) {
      observer = null;
    }
  }

  @Override
  public void close() {
    try {
      removeContainers();
    } catch (ApiException unremovable) {
      // the sweep at the next start removes what is left
    }
    synchronized (this) {
      closed = true;
    }
    sockets.close();
    EngineApi api = plan.context().host().api();
    ApiError.ignoring(() -> api.delete("/volumes/" + plan.volume() + "?force=1"));
  }
}
