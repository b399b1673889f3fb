package dev.deckhand.lab.start;

import dev.deckhand.lab.BootProgress;
import dev.deckhand.lab.Lab;
import dev.deckhand.lab.LabFactory;
import dev.deckhand.lab.SessionRoom;
import dev.deckhand.lab.cluster.ClusterBoot;
import dev.deckhand.lab.cluster.ClusterTerms;
import dev.deckhand.lab.cluster.Programs;
import dev.deckhand.lab.container.Berth;
import dev.deckhand.lab.container.HostEngine;
import dev.deckhand.lab.container.Lifeline;
import dev.deckhand.lab.docker.EngineGone;
import dev.deckhand.lab.engine.EngineBoot;
import dev.deckhand.lab.image.HostImage;
import dev.deckhand.lab.image.HostImages;
import dev.deckhand.lab.image.ImageName;
import dev.deckhand.lab.image.Preload;
import dev.deckhand.lab.java.JavaLab;
import dev.deckhand.lesson.LabKind;
import dev.deckhand.lesson.LabNeeds;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
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
      return start(host, needs, room, progress);
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
      HostImage engine =
          needs.labs().contains(LabKind.DOCKER) ? engineImage(images, progress) : null;
      HostImage cluster =
          needs.labs().contains(LabKind.KUBERNETES) ? clusterImage(images, progress) : null;
      List<HostImage> cargo = images.all(needs.images(), progress);
      if (engine != null) {
        var boot = new EngineBoot(berth, engine, !host.sharesFolders(), clock);
        parts.add(() -> boot.open(preload, cargo, progress));
      }
      if (cluster != null) {
        var boot =
            new ClusterBoot(
                berth,
                terms(host, cluster, needs),
                new Programs(settings.path(), settings.launcher()),
                clock);
        parts.add(() -> boot.open(preload, cargo, progress));
      }
      return new LabOfParts(
          furnished(needs, room, Together.start(parts)),
          () -> {
            berth.lifeline().close();
            host.api().close();
          });
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

  private ClusterTerms terms(HostEngine host, HostImage image, LabNeeds needs) {
    boolean cgroupV1 = host.api().get("/info").path("CgroupVersion").asText("2").equals("1");
    return new ClusterTerms(
        image, needs.namespace(), needs.abilities(), settings.clusterArguments(), cgroupV1);
  }

  private HostImage clusterImage(HostImages images, BootProgress progress)
      throws InterruptedException {
    return ours(images, settings.clusterImage(), LabSettings.CLUSTER_SUBSTITUTE, progress);
  }

  private HostImage engineImage(HostImages images, BootProgress progress)
      throws InterruptedException {
    return ours(images, settings.engineImage(), LabSettings.ENGINE_SUBSTITUTE, progress);
  }

  /** Finds a lab's own image: the one asked for, else the substitute, else it is pulled. */
  private static HostImage ours(
      HostImages images, String wanted, String substitute, BootProgress progress)
      throws InterruptedException {
    var here = images.here(ImageName.of(wanted));
    if (here.isPresent()) {
      return here.get();
    }
    var standIn = images.here(ImageName.of(substitute));
    return standIn.isPresent() ? standIn.get() : images.one(ImageName.of(wanted), progress);
  }
}
