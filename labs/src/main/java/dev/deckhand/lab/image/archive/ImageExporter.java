package dev.deckhand.lab.image.archive;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.github.dockerjava.transport.DockerHttpClient.Request;
import dev.deckhand.lab.BootProgress;
import dev.deckhand.lab.ImageArchiveFault;
import dev.deckhand.lab.ImageExchange;
import dev.deckhand.lab.LabFault;
import dev.deckhand.lab.api.ApiException;
import dev.deckhand.lab.docker.EngineApi;
import dev.deckhand.lab.docker.StreamedResponse;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * Exports images of an engine to an archive, one after the other.
 *
 * @param version the version of Deckhand
 */
record ImageExporter(EngineApi api, String version, Instant now) {

  /** Manifests are smaller by far. */
  private static final long MAX_MANIFEST = 1 << 20;

  /**
   * @param estimatedBytes about how much all of it takes
   */
  ImageExchange.Exported export(
      List<EngineImage> images, long estimatedBytes, Path target, BootProgress progress)
      throws IOException, ImageArchiveFault, InterruptedException {
    Path file = target.toAbsolutePath();
    try (ArchiveWriter writer = ArchiveWriter.open(file)) {
      checkSpace(file, estimatedBytes - writer.reusedBytes());
      Map<String, ImageManifest> manifests = finished(writer);
      for (int i = 0; i < images.size(); i++) {
        EngineImage image = images.get(i);
        if (!manifests.containsKey(image.id())) {
          String step = "Export %s (%d of %d)".formatted(image.tag(), i + 1, images.size());
          manifests.put(image.id(), save(image, writer, step, progress));
        }
      }
      return finish(writer, images, manifests);
    } catch (IOException failed) {
      if (FreeSpace.isFull(failed)) {
        throw full(file, "is full", FreeSpace.free(folder(file)));
      }
      throw failed;
    }
  }

  private static Path folder(Path file) {
    Path folder = file.getParent();
    return folder == null ? file : folder;
  }

  private static void checkSpace(Path file, long needed) throws ImageArchiveFault {
    OptionalLong free = FreeSpace.free(folder(file));
    if (free.isPresent() && free.getAsLong() < needed) {
      throw full(file, "is too small: about " + FreeSpace.format(needed) + " are needed", free);
    }
  }

  private static ImageArchiveFault full(Path file, String what, OptionalLong free) {
    String left =
        free.isPresent() ? ", and " + FreeSpace.format(free.getAsLong()) + " are free" : "";
    return new ImageArchiveFault(
        "The disk for " + file + " " + what + left + ".",
        "Free some space, and run the same command again: it continues with what is in "
            + ArchiveWriter.partOf(file)
            + ". Or delete that, and export to another disk.");
  }

  /** The manifests of images that an interrupted export wrote completely, by their engine's ids. */
  private static Map<String, ImageManifest> finished(ArchiveWriter writer) throws IOException {
    var finished = new HashMap<String, ImageManifest>();
    for (byte[] blob : writer.smallBlobs(MAX_MANIFEST).values()) {
      try {
        ImageManifest manifest = ImageManifest.parse(blob);
        boolean whole =
            writer.has(manifest.config()) && manifest.layers().stream().allMatch(writer::has);
        if (whole) {
          finished.put(manifest.engineId(), manifest);
        }
      } catch (MalformedArchive another) {
        // a configuration, or a small layer
      }
    }
    return finished;
  }

  private ImageManifest save(
      EngineImage image, ArchiveWriter writer, String step, BootProgress progress)
      throws IOException {
    var transfer = ImageTransferStep.begin(step, image.bytes(), progress);
    // by its id: the name may move to another image meanwhile
    String path = "/images/get?names=" + EngineApi.urlEncode(image.id());
    try (StreamedResponse answer = api.open(Request.Method.GET, path, null)) {
      ImageManifest manifest = SavedImage.write(transfer.counted(answer.body()), image, writer);
      // last: it says that all the others are there
      writer.add(manifest.toBytes());
      transfer.finish();
      return manifest;
    } catch (MalformedArchive | java.io.EOFException | ApiException odd) {
      throw notSaved(image, odd);
    }
  }

  private static LabFault notSaved(EngineImage image, Exception why) {
    return ImageTransferStep.fault(
        why,
        new ImageTransferStep.Problem(
            "The engine's own disk is full; it needs space to export " + image.tag() + ".",
            "Free some space, for instance with: docker system prune"),
        new ImageTransferStep.Problem(
            "The engine didn't export " + image.tag() + " properly: " + why.getMessage() + ".",
            "Run the same command again: it continues. If that doesn't help, pull or build the"
                + " image again."));
  }

  private ImageExchange.Exported finish(
      ArchiveWriter writer, List<EngineImage> images, Map<String, ImageManifest> manifests)
      throws IOException {
    var entries = new ArrayList<ArchivedImage>();
    var carried = new ArrayList<ImageExchange.Carried>();
    var dockerManifest = JsonNodeFactory.instance.arrayNode();
    for (EngineImage image : images) {
      ImageManifest manifest = manifests.get(image.id());
      if (manifest == null) {
        throw new IllegalStateException("not exported: " + image.tag());
      }
      byte[] document = manifest.toBytes();
      var reference =
          new BlobDescriptor(ImageManifest.MEDIA_TYPE, Digest.of(document), document.length);
      var entry =
          new ArchivedImage(image.tag(), reference, manifest.config().digest(), image.platform());
      entries.add(entry);
      dockerManifest.add(entry.dockerManifest(manifest));
      carried.add(
          new ImageExchange.Carried(
              image.tag(),
              entry.config().toString(),
              image.platform().toString(),
              manifest.bytes(),
              ImageExchange.Outcome.EXPORTED));
    }
    byte[] index =
        new ArchiveIndex(version, now.truncatedTo(ChronoUnit.SECONDS), entries).toBytes();
    long bytes = writer.finish(index, LayoutJson.write(dockerManifest));
    return new ImageExchange.Exported(
        Digest.of(index).toString(), bytes, writer.reusedBytes(), carried);
  }
}
