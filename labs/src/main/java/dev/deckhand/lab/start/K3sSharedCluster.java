package dev.deckhand.lab.start;

import dev.deckhand.lab.BootProgress;
import dev.deckhand.lab.Lab;
import dev.deckhand.lab.LabFault;
import dev.deckhand.lab.SessionFolder;
import dev.deckhand.lab.SharedCluster;
import dev.deckhand.lab.api.ApiException;
import dev.deckhand.lab.cluster.K3sLab;
import dev.deckhand.lesson.LabNeeds;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A k3s cluster that several lessons share. The first of them starts it. */
final class K3sSharedCluster implements SharedCluster {

  private final TestcontainersLabFactory labs;
  private final LabNeeds sharedNeeds;
  private final SessionFolder clusterFolder;
  private @Nullable Lab lab;
  private int tenantCount;
  private boolean closed;

  K3sSharedCluster(TestcontainersLabFactory labs, LabNeeds together, SessionFolder sessionFolder) {
    this.labs = labs;
    this.sharedNeeds = together;
    this.clusterFolder = sessionFolder;
  }

  @Override
  public synchronized SessionFolder newTenantFolder() {
    tenantCount++;
    Path root = clusterFolder.tenants().resolve(Integer.toString(tenantCount));
    var guest = new SessionFolder(clusterFolder.id(), root, root.resolve("work"));
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
  public Lab open(LabNeeds needs, SessionFolder guest, BootProgress progress)
      throws InterruptedException {
    return labs.openInSharedCluster(cluster(progress), needs, guest);
  }

  /** The others wait for the first; if it fails, the next one tries. */
  private synchronized K3sLab cluster(BootProgress progress) throws InterruptedException {
    if (closed) {
      throw new LabFault(
          LabFault.Kind.NOT_STARTED, "The cluster is closed.", "Test the lesson again.");
    }
    Lab open = lab;
    if (open == null) {
      open = labs.open(sharedNeeds, clusterFolder, progress);
      lab = open;
    }
    return k3sLab(open);
  }

  private static K3sLab k3sLab(Lab open) {
    return ((CompositeLab) open).cluster().orElseThrow();
  }

  @Override
  public synchronized List<String> changesOutsideNamespaces() {
    Lab open = lab;
    try {
      return open == null ? List.of() : k3sLab(open).changesOutsideNamespaces();
    } catch (ApiException gone) {
      // its lessons have already been told that it is lost
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
