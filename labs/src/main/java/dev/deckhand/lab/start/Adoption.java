package dev.deckhand.lab.start;

import dev.deckhand.lab.BootProgress;
import dev.deckhand.lab.Lab;
import dev.deckhand.lab.cluster.ClusterBoot;
import dev.deckhand.lab.cluster.K3sLab;
import dev.deckhand.lab.cluster.Programs;
import dev.deckhand.lab.container.Berth;
import dev.deckhand.lab.engine.EngineBoot;
import dev.deckhand.lab.engine.PrivateEngine;
import dev.deckhand.lab.image.HostImage;
import dev.deckhand.lab.image.HostImages;
import dev.deckhand.lab.image.Preload;
import dev.deckhand.lesson.LabKind;
import dev.deckhand.lesson.LabNeeds;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Takes over what a killed process left running in a session's room: all of it, or nothing. */
record Adoption(LabSettings settings, Berth berth, Clock clock) {

  /** The parts that a lesson needs; empty if one of them does not live, or is not what it was. */
  Optional<List<Lab>> parts(LabNeeds needs) throws InterruptedException {
    var host = berth.host();
    var images = new HostImages(host.api(), settings.substitutes(), settings.registryPatience());
    var own = new OwnImages(images, settings);
    var parts = new ArrayList<Lab>();
    if (needs.labs().contains(LabKind.DOCKER)) {
      var boot =
          new EngineBoot(berth, own.engine(BootProgress.SILENT), !host.sharesFolders(), clock);
      List<HostImage> cargo = images.all(needs.images(), BootProgress.SILENT);
      Optional<PrivateEngine> engine = boot.adopt(new Preload(host.api(), images), cargo);
      engine.ifPresent(parts::add);
    }
    if (needs.labs().contains(LabKind.KUBERNETES)) {
      var terms = own.terms(host, own.cluster(BootProgress.SILENT), needs);
      var programs = new Programs(settings.path(), settings.launcher());
      Optional<K3sLab> cluster = new ClusterBoot(berth, terms, programs, clock).adopt();
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
