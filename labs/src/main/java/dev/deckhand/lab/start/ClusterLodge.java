package dev.deckhand.lab.start;

import dev.deckhand.lab.BootProgress;
import dev.deckhand.lab.Lab;
import dev.deckhand.lab.LabFault;
import dev.deckhand.lab.Lodge;
import dev.deckhand.lab.SessionRoom;
import dev.deckhand.lab.cluster.K3sLab;
import dev.deckhand.lab.kube.KubeGone;
import dev.deckhand.lab.kube.KubeRefusal;
import dev.deckhand.lesson.LabNeeds;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One cluster of k3s for several lessons; the first of them starts it. */
final class ClusterLodge implements Lodge {

  private final TestcontainersLabs labs;
  private final LabNeeds together;
  private final SessionRoom room;
  private @Nullable Lab lab;
  private int guests;
  private boolean closed;

  ClusterLodge(TestcontainersLabs labs, LabNeeds together, SessionRoom room) {
    this.labs = labs;
    this.together = together;
    this.room = room;
  }

  @Override
  public synchronized SessionRoom guest() {
    guests++;
    Path root = room.guests().resolve(Integer.toString(guests));
    var guest = new SessionRoom(room.id(), root, root.resolve("work"));
    try {
      for (Path folder :
          List.of(
              guest.workspace(),
              guest.bin(),
              guest.kube(),
              guest.dockerConfig(),
              guest.helm(),
              guest.log())) {
        Files.createDirectories(folder);
      }
    } catch (IOException full) {
      throw new UncheckedIOException(full);
    }
    return guest;
  }

  @Override
  public Lab open(LabNeeds needs, SessionRoom guest, BootProgress progress)
      throws InterruptedException {
    return labs.lodged(cluster(progress), needs, guest);
  }

  /** The others wait for the first; if it fails, the next one tries. */
  private synchronized K3sLab cluster(BootProgress progress) throws InterruptedException {
    if (closed) {
      throw new LabFault(
          LabFault.Kind.NOT_STARTED, "The cluster is closed.", "Test the lesson again.");
    }
    Lab open = lab;
    if (open == null) {
      open = labs.open(together, room, progress);
      lab = open;
    }
    return of(open);
  }

  private static K3sLab of(Lab open) {
    return ((LabOfParts) open).cluster().orElseThrow();
  }

  @Override
  public synchronized List<String> strays() {
    Lab open = lab;
    try {
      return open == null ? List.of() : of(open).strays();
    } catch (KubeGone | KubeRefusal gone) {
      // whoever was in it was told that it is lost
      return List.of();
    }
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
