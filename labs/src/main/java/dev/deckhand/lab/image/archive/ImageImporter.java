package dev.deckhand.lab.image.archive;

import dev.deckhand.lab.BootProgress;
import dev.deckhand.lab.ImageArchiveFault;
import dev.deckhand.lab.ImageExchange.Carried;
import dev.deckhand.lab.ImageExchange.Outcome;
import dev.deckhand.lab.LabFault;
import dev.deckhand.lab.api.ApiError;
import dev.deckhand.lab.api.ApiException;
import dev.deckhand.lab.container.HostEngine;
import dev.deckhand.lab.docker.EngineApi;
import dev.deckhand.lab.image.EngineImageStore;
import dev.deckhand.lab.image.ImagePlatform;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;

/**
 * Loads the images of a checked archive into an engine, one after the other.
 *
 * @param freeSpace returns the free space at a folder of this machine
 */
record ImageImporter(HostEngine host, Function<Path, OptionalLong> freeSpace) {

  private EngineApi api() {
    return host.api();
  }

  /** Loads what the engine doesn't have. */
  List<Carried> load(ImageArchive archive, Path file, BootProgress progress)
      throws ImageArchiveFault, InterruptedException {
    List<ArchivedImage> images = archive.index().images();
    List<ArchivedImage> missing =
        images.stream().filter(image -> !isPresent(archive, image)).toList();
    checkSpace(archive, missing);
    var carried = new ArrayList<Carried>();
    int count = 0;
    for (ArchivedImage image : images) {
      Outcome outcome = Outcome.PRESENT;
      if (missing.contains(image)) {
        if (Thread.interrupted()) {
          throw new InterruptedException();
        }
        count++;
        String step = "Load %s (%d of %d)".formatted(image.name(), count, missing.size());
        outcome = load(archive, image, file, step, progress);
      }
      carried.add(carried(archive, image, outcome));
    }
    return carried;
  }

  /** Reports what {@link #load} would do. */
  List<Carried> check(ImageArchive archive) {
    return archive.index().images().stream()
        .map(image ->
            carried(archive, image, isPresent(archive, image) ? Outcome.PRESENT : Outcome.CHECKED))
        .toList();
  }

  private static Carried carried(ImageArchive archive, ArchivedImage image, Outcome outcome) {
    return new Carried(
        image.name(),
        image.config().toString(),
        image.platform().toString(),
        archive.manifest(image).bytes(),
        outcome);
  }

  /** Refuses images that this engine can't run. */
  void checkPlatform(ImageArchive archive, Path file) throws ImageArchiveFault {
    ImagePlatform engine = ImagePlatform.ofEngine(api());
    List<ArchivedImage> others =
        archive.index().images().stream().filter(image -> !engine.runs(image.platform())).toList();
    if (!others.isEmpty()) {
      ArchivedImage first = others.getFirst();
      String more = others.size() == 1 ? "" : " and " + (others.size() - 1) + " more";
      throw new ImageArchiveFault(
          "%s has images for another machine: %s%s for %s, but this engine runs %s. Nothing was loaded."
              .formatted(file, first.name(), more, first.platform(), engine),
          "Export the images on a machine whose engine runs " + engine + ".");
    }
  }

  private boolean isPresent(ImageArchive archive, ArchivedImage image) {
    var ids = new HashSet<>(ids(image));
    // the engine that exported it has it under an id of its own
    ids.add(archive.manifest(image).engineId());
    return idOf(image).filter(ids::contains).isPresent();
  }

  private Optional<String> idOf(ArchivedImage image) {
    return api().find("/images/" + image.name() + "/json").map(one -> one.path("Id").asText());
  }

  /**
   * The ids by which an engine may know an image: the digest of its configuration, or of its
   * manifest if it keeps images in containerd.
   */
  private static Set<String> ids(ArchivedImage image) {
    return Set.of(image.config().toString(), image.manifest().digest().toString());
  }

  /**
   * Checks the space where the engine keeps its images, if that is on this machine: while it loads
   * an image, the engine has its layers twice.
   */
  private void checkSpace(ImageArchive archive, List<ArchivedImage> missing)
      throws ImageArchiveFault {
    String root = host.info().path("DockerRootDir").asText();
    if (root.isEmpty() || !host.sharesFolders()) {
      return;
    }
    var counted = new HashSet<Digest>();
    long layers = 0;
    long largest = 0;
    for (ArchivedImage image : missing) {
      ImageManifest manifest = archive.manifest(image);
      largest = Math.max(largest, manifest.bytes());
      for (BlobDescriptor layer : manifest.layers()) {
        layers += counted.add(layer.digest()) ? layer.size() : 0;
      }
    }
    OptionalLong free = freeSpace.apply(Path.of(root));
    if (free.isPresent() && free.getAsLong() < layers + largest) {
      throw new ImageArchiveFault(
          "The disk of the engine (%s) is too small: about %s are needed, and %s are free. Nothing was loaded."
              .formatted(
                  root, FreeSpace.format(layers + largest), FreeSpace.format(free.getAsLong())),
          "Free some space, for instance with: docker system prune");
    }
  }

  private Outcome load(
      ImageArchive archive, ArchivedImage image, Path file, String step, BootProgress progress)
      throws ImageArchiveFault {
    Optional<String> before = idOf(image);
    var transfer = ImageTransferStep.begin(step, archive.manifest(image).bytes(), progress);
    try (var tar = transfer.counted(LoadStream.of(archive, image))) {
      new EngineImageStore(api()).load(tar);
    } catch (IOException | ApiException failed) {
      throw notLoaded(image, file, failed);
    }
    verify(image, before);
    transfer.finish();
    return before.isPresent() ? Outcome.REPLACED : Outcome.LOADED;
  }

  /** Checks that the engine has the image that the file names; another one loses its name. */
  private void verify(ArchivedImage image, Optional<String> before) {
    Optional<String> after = idOf(image);
    if (after.filter(ids(image)::contains).isPresent()) {
      return;
    }
    if (!after.equals(before)) {
      ApiError.ignoring(() -> api().delete("/images/" + image.name() + "?noprune=1"));
    }
    throw new LabFault(
        LabFault.Kind.NO_IMAGE,
        "The engine loaded "
            + image.name()
            + " as "
            + after.orElse("nothing")
            + ", but the file says "
            + image.config()
            + ". It isn't used.",
        "Run: deckhand images import again; if that doesn't help, update the engine.");
  }

  private static RuntimeException notLoaded(ArchivedImage image, Path file, Exception failed)
      throws ImageArchiveFault {
    for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
      if (cause instanceof LoadStream.Changed changed) {
        throw new ImageArchiveFault(
            file + " changed during the import: " + changed.getMessage() + ".",
            "Copy the file to this machine's own disk, and import it from there.");
      }
    }
    return ImageTransferStep.fault(
        failed,
        new ImageTransferStep.Problem(
            "The disk of the engine became full while it loaded " + image.name() + ".",
            "Free some space, for instance with: docker system prune. Then run the same command"
                + " again: it continues."),
        new ImageTransferStep.Problem(
            "The engine couldn't load " + image.name() + ": " + failed.getMessage() + ".",
            "Run the same command again: it continues. \"deckhand doctor\" examines the engine."));
  }
}
