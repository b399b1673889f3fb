package dev.deckhand.lab.start;

import dev.deckhand.lab.BootProgress;
import dev.deckhand.lab.cluster.ClusterOptions;
import dev.deckhand.lab.container.HostEngine;
import dev.deckhand.lab.image.HostImage;
import dev.deckhand.lab.image.HostImages;
import dev.deckhand.lab.image.ImageName;
import dev.deckhand.lesson.LabNeeds;
import dev.deckhand.lesson.VersionedTool;
import org.jspecify.annotations.Nullable;

/** The images that labs themselves run on. */
record LabImages(HostImages images, LabSettings settings) {

  HostImage engine(BootProgress progress) throws InterruptedException {
    return resolve(settings.engineImage(), LabSettings.ENGINE_SUBSTITUTE, progress);
  }

  HostImage cluster(BootProgress progress) throws InterruptedException {
    return resolve(settings.clusterImage(), LabSettings.CLUSTER_SUBSTITUTE, progress);
  }

  ClusterOptions clusterOptions(
      HostEngine host, HostImage image, LabNeeds needs, BootProgress progress)
      throws InterruptedException {
    return new ClusterOptions(
        image,
        helm(image, needs, progress),
        needs.namespace(),
        needs.abilities(),
        settings.clusterArguments(),
        host.usesCgroupV1());
  }

  /**
   * The image that Helm is copied from; our own image of a cluster has a Helm. It is pulled for
   * lessons that need Helm only.
   */
  private @Nullable HostImage helm(HostImage cluster, LabNeeds needs, BootProgress progress)
      throws InterruptedException {
    if (cluster.tag().equals(LabSettings.CLUSTER_SUBSTITUTE)) {
      return null;
    }
    var name = ImageName.of(LabSettings.HELM_IMAGE);
    return needs.versions().containsKey(VersionedTool.HELM)
        ? images.resolve(name, progress)
        : images.findLocal(name).orElse(null);
  }

  /** Finds a lab's own image: the wanted one, else its substitute, else it pulls the wanted one. */
  private HostImage resolve(String wanted, String substitute, BootProgress progress)
      throws InterruptedException {
    var here = images.findLocal(ImageName.of(wanted));
    if (here.isPresent()) {
      return here.get();
    }
    var standIn = images.findLocal(ImageName.of(substitute));
    return standIn.isPresent() ? standIn.get() : images.resolve(ImageName.of(wanted), progress);
  }
}
