package dev.deckhand.lab.start;

import dev.deckhand.lab.BootProgress;
import dev.deckhand.lab.cluster.ClusterStarter;
import dev.deckhand.lab.cluster.HostPrograms;
import dev.deckhand.lab.container.ContainerContext;
import dev.deckhand.lab.engine.EngineStarter;
import dev.deckhand.lab.image.HostImage;
import dev.deckhand.lab.image.HostImages;
import dev.deckhand.lab.observe.LabPart;
import dev.deckhand.lesson.LabKind;
import dev.deckhand.lesson.LabNeeds;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Takes over the lab that a killed process left running: all of its parts, or none. */
record LabAdoption(LabSettings settings, ContainerContext context, Clock clock) {

  /** Takes over one part; empty if it doesn't run, or isn't the one that was started. */
  @FunctionalInterface
  interface PartAdoption {
    Optional<? extends LabPart> adopt() throws InterruptedException;
  }

  /** The parts that a lesson needs; empty if one of them can't be taken over. */
  Optional<List<LabPart>> parts(LabNeeds needs) throws InterruptedException {
    var host = context.host();
    var images = new HostImages(host.api(), settings.substitutes(), settings.registryTimeout());
    var own = new LabImages(images, settings);
    var wanted = new ArrayList<PartAdoption>();
    if (needs.labs().contains(LabKind.DOCKER)) {
      wanted.add(() -> {
        HostImage image = own.engine(BootProgress.SILENT);
        List<HostImage> lessonImages = images.resolveAll(needs.images(), BootProgress.SILENT);
        return new EngineStarter(context, image, !host.sharesFolders(), clock)
            .adopt(images, lessonImages);
      });
    }
    if (needs.labs().contains(LabKind.KUBERNETES)) {
      wanted.add(() -> {
        var options =
            own.clusterOptions(
                host, own.cluster(needs, BootProgress.SILENT), needs, BootProgress.SILENT);
        var programs = new HostPrograms(settings.path());
        return new ClusterStarter(context, options, programs, clock).adopt();
      });
    }
    return allOrNone(wanted);
  }

  /** Closes what was taken over where another part is missing, fails or is interrupted. */
  static Optional<List<LabPart>> allOrNone(List<PartAdoption> wanted) throws InterruptedException {
    var parts = new ArrayList<LabPart>();
    try {
      for (PartAdoption part : wanted) {
        part.adopt().ifPresent(parts::add);
      }
      return parts.size() == wanted.size() ? Optional.of(List.copyOf(parts)) : Optional.empty();
    } finally {
      if (parts.size() < wanted.size()) {
        parts.forEach(LabPart::close);
      }
    }
  }
}
