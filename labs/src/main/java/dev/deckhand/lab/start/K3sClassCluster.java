package dev.deckhand.lab.start;

import dev.deckhand.lab.BootProgress;
import dev.deckhand.lab.ConfinedLab;
import dev.deckhand.lab.ConfinementLimits;
import dev.deckhand.lab.Lab;
import dev.deckhand.lab.LabFactory.ClassCluster;
import dev.deckhand.lab.LabFault;
import dev.deckhand.lab.SessionFolder;
import dev.deckhand.lab.api.ApiException;
import dev.deckhand.lab.cluster.K3sLab;
import dev.deckhand.lab.container.HostEngine;
import dev.deckhand.lesson.LabNeeds;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/** A k3s cluster that the learners of a class share. One that is lost is replaced. */
final class K3sClassCluster implements ClassCluster {

  /**
   * How many labs are opened at a time. If a whole class joins at once, more would only make each
   * of them slower; those who are first can begin meanwhile.
   */
  private static final int OPENINGS = 8;

  private final Semaphore openings = new Semaphore(OPENINGS, true);
  private final TestcontainersLabFactory labs;
  private final ClassNeeds needs;
  private final SessionFolder clusterFolder;
  private @Nullable Lab lab;
  private volatile boolean lost;
  private boolean closed;

  /**
   * What the cluster has to have.
   *
   * @param together the lessons' combined needs
   * @param seats how many learners there can be
   */
  record ClassNeeds(LabNeeds together, int seats) {}

  K3sClassCluster(TestcontainersLabFactory labs, ClassNeeds needs, SessionFolder clusterFolder) {
    this.labs = labs;
    this.needs = needs;
    this.clusterFolder = clusterFolder;
  }

  /** Starts the cluster, or takes it over, unless it runs. */
  synchronized K3sLab start(BootProgress progress) throws InterruptedException {
    if (closed) {
      throw new LabFault(
          LabFault.Kind.NOT_STARTED, "The class's cluster is closed.", "Serve the workshop again.");
    }
    Lab open = lab;
    if (open != null && !lost) {
      return k3sLab(open);
    }
    if (open != null) {
      open.close();
      lab = null;
    }
    Lab started = labs.openClassCluster(needs, clusterFolder, progress);
    lost = false;
    started.onLost(_ -> lost = true);
    lab = started;
    return k3sLab(started);
  }

  private static K3sLab k3sLab(Lab open) {
    return ((CompositeLab) open).cluster().orElseThrow();
  }

  @Override
  public Lab open(LabNeeds lesson, SessionFolder seat, BootProgress progress)
      throws InterruptedException {
    return openConfined(lesson, seat, ConfinementLimits.DEFAULT, progress).lab();
  }

  @Override
  public ConfinedLab openConfined(
      LabNeeds lesson, SessionFolder seat, ConfinementLimits limits, BootProgress progress)
      throws InterruptedException {
    K3sLab cluster = start(progress);
    openings.acquire();
    try {
      return labs.openSeat(
              lesson,
              seat,
              limits,
              host -> Optional.of(cluster.openSeat(seat, lesson.namespace(), milliCpu(host))))
          .orElseThrow();
    } finally {
      openings.release();
    }
  }

  /** A learner's share of the machine's processors, in thousandths of one. */
  private int milliCpu(HostEngine host) {
    return host.info().path("NCPU").asInt() * 1000 / Math.max(1, needs.seats());
  }

  @Override
  public Optional<ConfinedLab> adoptConfined(
      LabNeeds lesson, SessionFolder seat, ConfinementLimits limits) throws InterruptedException {
    K3sLab cluster = start(BootProgress.SILENT);
    Optional<ConfinedLab> found = Optional.empty();
    openings.acquire();
    try {
      found = labs.openSeat(lesson, seat, limits, _ -> cluster.adoptSeat(seat, lesson.namespace()));
    } catch (ApiException | LabFault unfit) {
      // a lab that can't be taken over is replaced
    } finally {
      openings.release();
    }
    if (found.isEmpty()) {
      cluster.discardSeat(lesson.namespace());
    }
    return found;
  }

  @Override
  public void removeSeatsExcept(Set<String> namespaces) throws InterruptedException {
    try {
      start(BootProgress.SILENT).discardSeatsExcept(namespaces);
    } catch (ApiException failure) {
      throw new LabFault(
          LabFault.Kind.LOST,
          "The class's cluster doesn't say which namespaces it has: " + failure.message() + ".",
          "Serve the workshop again.",
          failure);
    }
  }

  @Override
  public List<String> heldNamespaces() {
    Lab open;
    synchronized (this) {
      open = lab;
    }
    return open == null || lost ? List.of() : k3sLab(open).heldNamespaces();
  }

  @Override
  public synchronized void close() {
    closed = true;
    Lab open = lab;
    lab = null;
    if (open != null) {
      open.close();
    }
  }
}
