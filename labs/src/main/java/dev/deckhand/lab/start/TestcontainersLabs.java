package dev.deckhand.lab.start;

import dev.deckhand.lab.BootProgress;
import dev.deckhand.lab.Lab;
import dev.deckhand.lab.LabFactory;
import dev.deckhand.lab.LabFault;
import dev.deckhand.lab.Lodge;
import dev.deckhand.lab.SessionRoom;
import dev.deckhand.lab.cluster.ClusterBoot;
import dev.deckhand.lab.cluster.K3sLab;
import dev.deckhand.lab.cluster.Programs;
import dev.deckhand.lab.container.Berth;
import dev.deckhand.lab.container.HostEngine;
import dev.deckhand.lab.container.Keepsake;
import dev.deckhand.lab.container.Lifeline;
import dev.deckhand.lab.docker.EngineGone;
import dev.deckhand.lab.docker.EngineRefusal;
import dev.deckhand.lab.engine.EngineBoot;
import dev.deckhand.lab.image.HostImage;
import dev.deckhand.lab.image.HostImages;
import dev.deckhand.lab.image.Preload;
import dev.deckhand.lab.java.JavaLab;
import dev.deckhand.lab.kube.KubeGone;
import dev.deckhand.lab.kube.KubeRefusal;
import dev.deckhand.lesson.LabKind;
import dev.deckhand.lesson.LabNeeds;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/** Starts labs as containers of the machine's engine. */
public final class TestcontainersLabs implements LabFactory {

  private final LabSettings settings;
  private final Clock clock;

  public TestcontainersLabs(LabSettings settings) {
    this(settings, Clock.systemUTC());
  }

  /**
   * @param clock evidence is told in its time
   */
  public TestcontainersLabs(LabSettings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
  }

  @Override
  public Lab open(LabNeeds needs, SessionRoom room, BootProgress progress)
      throws InterruptedException {
    boolean docker = needs.labs().contains(LabKind.DOCKER);
    boolean kubernetes = needs.labs().contains(LabKind.KUBERNETES);
    if (!docker && !kubernetes) {
      return new LabOfParts(furnished(needs, room, List.of()), () -> {});
    }
    HostEngine host = HostEngine.reach(settings.engine());
    try {
      if (forget(room)) {
        Sweeper.removeSession(host, room.id());
      }
      Lab lab = start(host, needs, room, progress);
      memory(room).keep(NeedsWritten.of(needs));
      return lab;
    } catch (InterruptedException stopped) {
      throw abandoned(host, room, stopped);
    } catch (EngineGone gone) {
      if (Thread.interrupted()) {
        throw abandoned(host, room, new InterruptedException());
      }
      throw HostEngine.noEngine(settings.engine(), gone);
    } catch (RuntimeException failure) {
      Sweeper.removeSession(host, room.id());
      host.api().close();
      throw failure;
    }
  }

  @Override
  public Optional<Lodge> lodge(LabNeeds together, SessionRoom room) {
    return Optional.of(new ClusterLodge(this, together, room));
  }

  /** A lesson's lab in a cluster that others have too. */
  Lab lodged(K3sLab cluster, LabNeeds needs, SessionRoom guest) throws InterruptedException {
    K3sLab its = cluster.lodge(guest, needs.namespace(), programs());
    return new LabOfParts(furnished(needs, guest, List.of(its)), () -> {});
  }

  private Programs programs() {
    return new Programs(settings.path(), settings.launcher());
  }

  @Override
  public Optional<Lab> adopt(LabNeeds needs, SessionRoom room) throws InterruptedException {
    boolean docker = needs.labs().contains(LabKind.DOCKER);
    boolean kubernetes = needs.labs().contains(LabKind.KUBERNETES);
    // what a Java shell held died with its process
    boolean mortal = needs.labs().contains(LabKind.JAVA);
    if (!docker && !kubernetes) {
      return mortal
          ? Optional.empty()
          : Optional.of(new LabOfParts(furnished(needs, room, List.of()), () -> {}));
    }
    HostEngine host = HostEngine.reach(settings.engine());
    boolean known = memory(room).recall().filter(NeedsWritten.of(needs)::equals).isPresent();
    var berth = new Berth(host, room, settings.owner(), Lifeline.of(host, room));
    try {
      Optional<List<Lab>> parts =
          known && !mortal ? new Adoption(settings, berth, clock).parts(needs) : Optional.empty();
      if (parts.isPresent()) {
        return Optional.of(
            new LabOfParts(furnished(needs, room, parts.get()), () -> castOff(berth)));
      }
    } catch (EngineGone | EngineRefusal | KubeGone | KubeRefusal | LabFault unfit) {
      // what cannot be taken over is replaced
    }
    forget(room);
    Sweeper.removeSession(host, room.id());
    castOff(berth);
    return Optional.empty();
  }

  private static void castOff(Berth berth) {
    berth.lifeline().close();
    berth.host().api().close();
  }

  /** What lab is in a room; written when it is whole. */
  private static Keepsake<NeedsWritten> memory(SessionRoom room) {
    return new Keepsake<>(room.root().resolve("lab.json"), NeedsWritten.class);
  }

  /** Says whether there was a lab in the room before, which is to be forgotten. */
  private static boolean forget(SessionRoom room) {
    boolean before = memory(room).recall().isPresent();
    memory(room).drop();
    return before;
  }

  private static InterruptedException abandoned(
      HostEngine host, SessionRoom room, InterruptedException stopped) {
    Sweeper.removeSession(host, room.id());
    host.api().close();
    return stopped;
  }

  private Lab start(HostEngine host, LabNeeds needs, SessionRoom room, BootProgress progress)
      throws InterruptedException {
    var images = new HostImages(host.api(), settings.substitutes(), settings.registryPatience());
    var preload = new Preload(host.api(), images);
    var parts = new ArrayList<Callable<Lab>>();
    var berth = new Berth(host, room, settings.owner(), Lifeline.of(host, room));
    try {
      var own = new OwnImages(images, settings);
      HostImage engine = needs.labs().contains(LabKind.DOCKER) ? own.engine(progress) : null;
      HostImage cluster = needs.labs().contains(LabKind.KUBERNETES) ? own.cluster(progress) : null;
      List<HostImage> cargo = images.all(needs.images(), progress);
      if (engine != null) {
        var boot = new EngineBoot(berth, engine, !host.sharesFolders(), clock);
        parts.add(() -> boot.open(preload, cargo, progress));
      }
      if (cluster != null) {
        var terms = own.terms(host, cluster, needs);
        var boot = new ClusterBoot(berth, terms, programs(), clock);
        parts.add(() -> boot.open(preload, cargo, progress));
      }
      return new LabOfParts(furnished(needs, room, Together.start(parts)), () -> castOff(berth));
    } catch (RuntimeException | InterruptedException failure) {
      berth.lifeline().close();
      throw failure;
    }
  }

  /** Adds what is no container: Java, started ahead where the lesson speaks it; the workspace. */
  private List<Lab> furnished(LabNeeds needs, SessionRoom room, List<Lab> containers) {
    var environment = new HashMap<String, String>();
    containers.forEach(part -> environment.putAll(part.environment()));
    var parts = new ArrayList<Lab>(containers);
    var java = new JavaLab(room, settings.environment(), environment, needs.labs());
    if (needs.labs().contains(LabKind.JAVA)) {
      java.warm();
    }
    parts.add(java);
    // checks look past the learner's door: what they call is not the learner's doing
    environment.computeIfPresent("DOCKER_HOST", (_, door) -> EngineBoot.beyondTheDoor(door));
    parts.add(new WorkspaceLab(room, settings.environment(), environment));
    return parts;
  }
}
