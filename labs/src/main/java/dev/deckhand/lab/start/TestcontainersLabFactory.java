package dev.deckhand.lab.start;

import dev.deckhand.lab.BootProgress;
import dev.deckhand.lab.ConfinedLab;
import dev.deckhand.lab.ConfinementLimits;
import dev.deckhand.lab.Lab;
import dev.deckhand.lab.LabFactory;
import dev.deckhand.lab.LabFactory.ClassCluster;
import dev.deckhand.lab.LabFault;
import dev.deckhand.lab.SessionFolder;
import dev.deckhand.lab.SharedCluster;
import dev.deckhand.lab.api.ApiException;
import dev.deckhand.lab.cluster.ClusterStarter;
import dev.deckhand.lab.cluster.HostPrograms;
import dev.deckhand.lab.cluster.K3sLab;
import dev.deckhand.lab.confined.LabNetwork;
import dev.deckhand.lab.container.ContainerContext;
import dev.deckhand.lab.container.ContainerLimits;
import dev.deckhand.lab.container.ContainerMonitor;
import dev.deckhand.lab.container.HostEngine;
import dev.deckhand.lab.container.JsonStateFile;
import dev.deckhand.lab.container.LabStorage;
import dev.deckhand.lab.engine.EngineStarter;
import dev.deckhand.lab.image.HostImage;
import dev.deckhand.lab.image.HostImages;
import dev.deckhand.lab.java.JavaLab;
import dev.deckhand.lab.observe.LabPart;
import dev.deckhand.lesson.LabKind;
import dev.deckhand.lesson.LabNeeds;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;

/** Starts labs as containers of the machine's engine. */
public final class TestcontainersLabFactory implements LabFactory {

  private final LabSettings settings;
  private final Clock clock;

  /**
   * @param clock for the times in records
   */
  public TestcontainersLabFactory(LabSettings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
  }

  @Override
  public Lab open(LabNeeds needs, SessionFolder sessionFolder, BootProgress progress)
      throws InterruptedException {
    boolean docker = needs.labs().contains(LabKind.DOCKER);
    boolean kubernetes = needs.labs().contains(LabKind.KUBERNETES);
    if (!docker && !kubernetes) {
      return new CompositeLab(withJavaAndWorkspace(needs, sessionFolder, List.of()), () -> {});
    }
    Lab lab =
        start(
            needs,
            sessionFolder,
            progress,
            LabVariant.usual(
                (_, containers) -> withJavaAndWorkspace(needs, sessionFolder, containers)));
    stateFile(sessionFolder).write(SavedLabNeeds.of(needs));
    return lab;
  }

  @Override
  public ConfinedLab openConfined(
      LabNeeds needs, SessionFolder sessionFolder, ConfinementLimits limits, BootProgress progress)
      throws InterruptedException {
    // before anything is started
    ConfinedParts.imageFor(needs);
    var confined = new AtomicReference<ConfinedParts>();
    Lab lab =
        start(
            needs,
            sessionFolder,
            progress,
            LabVariant.confined((context, containers) -> {
              var parts = ConfinedParts.of(context, needs, limits, containers, false);
              confined.set(parts);
              return parts.all();
            }));
    stateFile(sessionFolder).write(SavedLabNeeds.of(needs));
    return new ConfinedParts.OpenConfinedLab(lab, Objects.requireNonNull(confined.get()));
  }

  @Override
  public Optional<ConfinedLab> adoptConfined(
      LabNeeds needs, SessionFolder sessionFolder, ConfinementLimits limits)
      throws InterruptedException {
    var confined = new AtomicReference<ConfinedParts>();
    return adopt(
            needs,
            sessionFolder,
            LabVariant.confined((context, containers) -> {
              var parts = ConfinedParts.of(context, needs, limits, containers, true);
              confined.set(parts);
              return parts.all();
            }))
        .map(lab -> new ConfinedParts.OpenConfinedLab(lab, Objects.requireNonNull(confined.get())));
  }

  /** Starts a lab's containers, and joins them with its other parts. */
  private Lab start(
      LabNeeds needs, SessionFolder sessionFolder, BootProgress progress, LabVariant variant)
      throws InterruptedException {
    HostEngine host = connect();
    boolean opened = false;
    try {
      if (forgetSavedNeeds(sessionFolder)) {
        SessionSweeper.removeSession(host, sessionFolder.id());
      }
      Lab lab = start(host, needs, sessionFolder, progress, variant);
      opened = true;
      return lab;
    } catch (ApiException failure) {
      throw opening(failure);
    } finally {
      if (!opened) {
        SessionSweeper.removeSession(host, sessionFolder.id());
        host.api().close();
      }
    }
  }

  private ContainerContext context(HostEngine host, SessionFolder sessionFolder) {
    return new ContainerContext(
        host,
        sessionFolder,
        settings.owner(),
        limits(host),
        storage(host),
        ContainerMonitor.of(host, sessionFolder));
  }

  /** Closes the connection where the setting can't be read. */
  private ContainerLimits limits(HostEngine host) {
    try {
      return ContainerLimits.of(host.info(), settings.limits());
    } catch (LabFault wrong) {
      host.api().close();
      throw wrong;
    }
  }

  /** Closes the connection where the setting can't be read. */
  private LabStorage storage(HostEngine host) {
    try {
      return LabStorage.of(host.info(), settings.storage());
    } catch (LabFault wrong) {
      host.api().close();
      throw wrong;
    }
  }

  private HostEngine connect() throws InterruptedException {
    try {
      return HostEngine.connect(settings.engine());
    } catch (LabFault fault) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      throw fault;
    }
  }

  @Override
  public Optional<SharedCluster> sharedCluster(LabNeeds together, SessionFolder sessionFolder) {
    return Optional.of(new K3sSharedCluster(this, together, sessionFolder));
  }

  /** Opens a lesson's lab in a shared cluster. */
  Lab openInSharedCluster(K3sLab cluster, LabNeeds needs, SessionFolder guest)
      throws InterruptedException {
    try {
      LabPart its = cluster.openInNamespace(guest, needs.namespace(), programs());
      return new CompositeLab(withJavaAndWorkspace(needs, guest, List.of(its)), () -> {});
    } catch (ApiException failure) {
      throw opening(failure);
    }
  }

  @Override
  public Optional<ClassCluster> classCluster(
      LabNeeds together, int seats, SessionFolder sessionFolder, BootProgress progress)
      throws InterruptedException {
    var cluster =
        new K3sClassCluster(this, new K3sClassCluster.ClassNeeds(together, seats), sessionFolder);
    cluster.start(progress);
    return Optional.of(cluster);
  }

  /** Takes over the cluster of a class, or starts it. */
  Lab openClassCluster(
      K3sClassCluster.ClassNeeds needs, SessionFolder sessionFolder, BootProgress progress)
      throws InterruptedException {
    var variant = LabVariant.forSeats(needs.seats(), (_, containers) -> containers);
    Optional<Lab> found = adopt(needs.together(), sessionFolder, variant);
    if (found.isPresent()) {
      return found.get();
    }
    Lab lab =
        start(
            needs.together(),
            sessionFolder,
            progress,
            LabVariant.forSeats(
                needs.seats(),
                (context, containers) -> {
                  LabNetwork.take(context);
                  for (LabPart part : containers) {
                    if (part instanceof K3sLab cluster) {
                      cluster.prepareSeats();
                    }
                  }
                  return containers;
                }));
    stateFile(sessionFolder).write(SavedLabNeeds.of(needs.together()));
    return lab;
  }

  /** Opens a learner's part of a cluster. */
  @FunctionalInterface
  interface SeatOpener {
    /** Empty if there's none to take over. */
    Optional<LabPart> open(HostEngine host) throws InterruptedException;
  }

  /** Opens a confined workspace beside a learner's part of a cluster. */
  Optional<ConfinedLab> openSeat(
      LabNeeds needs, SessionFolder seat, ConfinementLimits limits, SeatOpener opener)
      throws InterruptedException {
    HostEngine host = connect();
    ContainerContext context = context(host, seat).confined();
    LabPart part = null;
    boolean opened = false;
    try {
      part = opener.open(host).orElse(null);
      if (part == null) {
        return Optional.empty();
      }
      var parts = ConfinedParts.of(context, needs, limits, List.of(part), true);
      var lab = new CompositeLab(parts.all(), () -> disconnect(context));
      opened = true;
      return Optional.of(new ConfinedParts.OpenConfinedLab(lab, parts));
    } catch (ApiException failure) {
      throw opening(failure);
    } finally {
      if (!opened) {
        if (part != null) {
          part.close();
        }
        SessionSweeper.removeSession(host, seat.id());
        disconnect(context);
      }
    }
  }

  /** Returns the fault to report for a failed call, unless the call was interrupted. */
  private LabFault opening(ApiException failure) throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    return OpeningFault.of(failure, settings.engine());
  }

  private HostPrograms programs() {
    return new HostPrograms(settings.path());
  }

  @Override
  public Optional<Lab> adopt(LabNeeds needs, SessionFolder sessionFolder)
      throws InterruptedException {
    boolean containers =
        needs.labs().contains(LabKind.DOCKER) || needs.labs().contains(LabKind.KUBERNETES);
    // the state of a Java shell is lost with its process
    boolean mortal = needs.labs().contains(LabKind.JAVA);
    if (!containers) {
      return mortal
          ? Optional.empty()
          : Optional.of(
              new CompositeLab(withJavaAndWorkspace(needs, sessionFolder, List.of()), () -> {}));
    }
    return adopt(
        needs,
        sessionFolder,
        LabVariant.usual((_, found) -> withJavaAndWorkspace(needs, sessionFolder, found)));
  }

  private Optional<Lab> adopt(LabNeeds needs, SessionFolder sessionFolder, LabVariant variant)
      throws InterruptedException {
    HostEngine host = connect();
    boolean known =
        stateFile(sessionFolder).read().filter(SavedLabNeeds.of(needs)::equals).isPresent();
    ContainerContext context = variant.context().apply(context(host, sessionFolder));
    boolean adopted = false;
    try {
      Optional<List<LabPart>> parts =
          known && !needs.labs().contains(LabKind.JAVA)
              ? new LabAdoption(settings, context, clock).parts(needs)
              : Optional.empty();
      Optional<Lab> lab =
          parts.map(found ->
              new CompositeLab(variant.adder().apply(context, found), () -> disconnect(context)));
      adopted = lab.isPresent();
      return lab;
    } catch (ApiException | LabFault unfit) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      // a lab that can't be taken over is replaced
      return Optional.empty();
    } finally {
      if (!adopted) {
        forgetSavedNeeds(sessionFolder);
        SessionSweeper.removeSession(host, sessionFolder.id());
        disconnect(context);
      }
    }
  }

  private static void disconnect(ContainerContext context) {
    context.monitor().close();
    context.host().api().close();
  }

  /** Which lab a session has; written when all of it runs. */
  private static JsonStateFile<SavedLabNeeds> stateFile(SessionFolder sessionFolder) {
    return new JsonStateFile<>(sessionFolder.root().resolve("lab.json"), SavedLabNeeds.class);
  }

  /** Forgets the session's earlier lab; returns whether there was one. */
  private static boolean forgetSavedNeeds(SessionFolder sessionFolder) {
    boolean before = stateFile(sessionFolder).read().isPresent();
    stateFile(sessionFolder).delete();
    return before;
  }

  private Lab start(
      HostEngine host,
      LabNeeds needs,
      SessionFolder sessionFolder,
      BootProgress progress,
      LabVariant variant)
      throws InterruptedException {
    var images = new HostImages(host.api(), settings.substitutes(), settings.registryTimeout());
    var parts = new ArrayList<Callable<LabPart>>();
    ContainerContext context = variant.context().apply(context(host, sessionFolder));
    try {
      var own = new LabImages(images, settings);
      HostImage engine = needs.labs().contains(LabKind.DOCKER) ? own.engine(progress) : null;
      HostImage cluster =
          needs.labs().contains(LabKind.KUBERNETES) ? own.cluster(needs, progress) : null;
      List<HostImage> lessonImages = images.resolveAll(needs.images(), progress);
      if (engine != null) {
        var boot = new EngineStarter(context, engine, !host.sharesFolders(), clock);
        parts.add(() -> boot.open(images, lessonImages, progress));
      }
      if (cluster != null) {
        var wanted = own.clusterOptions(host, cluster, needs, progress);
        var options = variant.options().apply(wanted);
        var boot = new ClusterStarter(context, options, programs(), clock);
        parts.add(() -> boot.open(images, lessonImages, progress));
      }
      return new CompositeLab(
          variant.adder().apply(context, ParallelStarter.start(parts)), () -> disconnect(context));
    } catch (RuntimeException | InterruptedException failure) {
      context.monitor().close();
      throw failure;
    }
  }

  /**
   * Adds the parts without a container: Java, started early if the lesson uses it, and the
   * workspace.
   */
  private List<LabPart> withJavaAndWorkspace(
      LabNeeds needs, SessionFolder sessionFolder, List<LabPart> containers) {
    var environment = new HashMap<String, String>();
    containers.forEach(part -> environment.putAll(part.environment()));
    var parts = new ArrayList<LabPart>(containers);
    var java = new JavaLab(sessionFolder, settings.environment(), environment, needs.labs());
    if (needs.labs().contains(LabKind.JAVA)) {
      java.warmUp();
    }
    parts.add(java);
    // the calls of checks bypass the proxy, so that they aren't recorded as the learner's
    environment.computeIfPresent(
        "DOCKER_HOST", (_, address) -> EngineStarter.unrecordedDockerHost(address));
    parts.add(WorkspaceLab.of(sessionFolder, settings.environment(), environment));
    return parts;
  }
}
