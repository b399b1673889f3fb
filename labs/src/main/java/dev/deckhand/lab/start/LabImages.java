package dev.deckhand.lab.start;

import dev.deckhand.lab.BootProgress;
import dev.deckhand.lab.cluster.ClusterOptions;
import dev.deckhand.lab.container.HostEngine;
import dev.deckhand.lab.image.HostImage;
import dev.deckhand.lab.image.HostImages;
import dev.deckhand.lab.image.ImageName;
import dev.deckhand.lesson.LabNeeds;
import org.jspecify.annotations.Nullable;

/** The images that labs themselves run on. */
record LabImages(HostImages images, LabSettings settings) {

  HostImage engine(BootProgress progress) throws InterruptedException {
    return resolve(settings.engineImage(), LabSettings.ENGINE_SUBSTITUTE, progress);
  }

  HostImage cluster(BootProgress progress) throws InterruptedException {
    return resolve(settings.clusterImage(), LabSettings.CLUSTER_SUBSTITUTE, progress);
  }

  ClusterOptions clusterOptions(HostEngine host, HostImage image, LabNeeds needs) {
    return new ClusterOptions(
        image,
        helm(image),
        needs.namespace(),
        needs.abilities(),
        settings.clusterArguments(),
        host.usesCgroupV1());
  }

  /** The image that Helm is copied from, if it is on this machine; our own cluster has a Helm. */
  private @Nullable HostImage helm(HostImage cluster) {
    return cluster.tag().equals(LabSettings.CLUSTER_SUBSTITUTE)
        ? null
        : images.findLocal(ImageName.of(LabSettings.HELM_IMAGE)).orElse(null);
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
