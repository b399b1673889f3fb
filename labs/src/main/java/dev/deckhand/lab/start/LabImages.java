package dev.deckhand.lab.start;

import dev.deckhand.lab.BootProgress;
import dev.deckhand.lab.cluster.ClusterOptions;
import dev.deckhand.lab.container.HostEngine;
import dev.deckhand.lab.image.HostImage;
import dev.deckhand.lab.image.HostImages;
import dev.deckhand.lab.image.ImageName;
import dev.deckhand.lab.image.LabImage;
import dev.deckhand.lesson.LabNeeds;
import dev.deckhand.lesson.version.VersionedTool;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The images that labs themselves run on. */
record LabImages(HostImages images, LabSettings settings) {

  HostImage engine(BootProgress progress) throws InterruptedException {
    return resolve(settings.images().engine(), progress);
  }

  HostImage cluster(LabNeeds needs, BootProgress progress) throws InterruptedException {
    return resolve(settings.images().clusterFor(needs), progress);
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
        false,
        0,
        host.usesCgroupV1());
  }

  /**
   * The image that Helm is copied from; our own image of a cluster has a Helm. It is pulled for
   * lessons that need Helm only.
   */
  private @Nullable HostImage helm(HostImage cluster, LabNeeds needs, BootProgress progress)
      throws InterruptedException {
    if (LabSettings.DEFAULT_IMAGES.isOwnCluster(cluster.tag())) {
      return null;
    }
    var name = ImageName.of(LabSettings.HELM_IMAGE);
    return needs.versions().containsKey(VersionedTool.HELM)
        ? images.resolve(name, progress)
        : images.findLocal(name).orElse(null);
  }

  /** Finds a lab's own image: the wanted one, else its substitute, else it pulls the wanted one. */
  private HostImage resolve(LabImage image, BootProgress progress) throws InterruptedException {
    Optional<String> here = image.localTag(tag -> images.findByExactTag(tag).isPresent());
    return here.isPresent()
        ? images.findByExactTag(here.get()).orElseThrow()
        : images.resolve(ImageName.of(image.name()), progress);
  }
}
