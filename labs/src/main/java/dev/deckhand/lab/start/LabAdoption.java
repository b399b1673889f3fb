package dev.deckhand.lab.start;

import dev.deckhand.lab.BootProgress;
import dev.deckhand.lab.Lab;
import dev.deckhand.lab.cluster.ClusterStarter;
import dev.deckhand.lab.cluster.HostPrograms;
import dev.deckhand.lab.cluster.K3sLab;
import dev.deckhand.lab.container.ContainerContext;
import dev.deckhand.lab.engine.DockerLab;
import dev.deckhand.lab.engine.EngineStarter;
import dev.deckhand.lab.image.HostImage;
import dev.deckhand.lab.image.HostImages;
import dev.deckhand.lab.image.ImagePreloader;
import dev.deckhand.lesson.LabKind;
import dev.deckhand.lesson.LabNeeds;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Takes over what a killed process left running in a session's room: all of it, or nothing. */
record LabAdoption(LabSettings settings, ContainerContext context, Clock clock) {

  /** The parts that a lesson needs; empty if one of them does not live, or is not what it was. */
  Optional<List<Lab>> parts(LabNeeds needs) throws InterruptedException {
    var host = context.host();
    var images = new HostImages(host.api(), settings.substitutes(), settings.registryTimeout());
    var own = new LabImages(images, settings);
    var parts = new ArrayList<Lab>();
    if (needs.labs().contains(LabKind.DOCKER)) {
      var boot =
          new EngineStarter(context, own.engine(BootProgress.SILENT), !host.sharesFolders(), clock);
      List<HostImage> cargo = images.resolveAll(needs.images(), BootProgress.SILENT);
      Optional<DockerLab> engine = boot.adopt(new ImagePreloader(host.api(), images), cargo);
      engine.ifPresent(parts::add);
    }
    if (needs.labs().contains(LabKind.KUBERNETES)) {
      var terms = own.clusterOptions(host, own.cluster(BootProgress.SILENT), needs);
      var hostPrograms = new HostPrograms(settings.path(), settings.launcher());
      Optional<K3sLab> cluster = new ClusterStarter(context, terms, hostPrograms, clock).adopt();
      cluster.ifPresent(parts::add);
    }
    long wanted =
        needs.labs().stream()
            .filter(kind -> kind == LabKind.DOCKER || kind == LabKind.KUBERNETES)
            .count();
    if (parts.size() == wanted) {
      return Optional.of(parts);
    }
    parts.forEach(Lab::close);
    return Optional.empty();
  }
}
