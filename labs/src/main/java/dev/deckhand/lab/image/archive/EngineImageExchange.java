package dev.deckhand.lab.image.archive;

import com.fasterxml.jackson.databind.JsonNode;
import dev.deckhand.lab.BootProgress;
import dev.deckhand.lab.ImageArchiveFault;
import dev.deckhand.lab.ImageExchange;
import dev.deckhand.lab.LabFault;
import dev.deckhand.lab.container.HostEngine;
import dev.deckhand.lab.docker.EngineApi;
import dev.deckhand.lab.image.HostImage;
import dev.deckhand.lab.image.HostImages;
import dev.deckhand.lab.image.ImageName;
import dev.deckhand.lab.image.ImagePlatform;
import dev.deckhand.lab.preflight.RequiredImage;
import dev.deckhand.lab.start.LabImageChoice;
import dev.deckhand.lab.start.LabSettings;
import dev.deckhand.lesson.LabNeeds;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Exports and imports images with the machine's engine. */
public final class EngineImageExchange implements ImageExchange {

  private final HostEngine host;
  private final LabImageChoice own;
  private final String version;
  private final Clock clock;

  /**
   * @param own what labs themselves run on
   * @param version the version of Deckhand, which is written into files
   */
  public EngineImageExchange(HostEngine host, LabImageChoice own, String version, Clock clock) {
    this.host = host;
    this.own = own;
    this.version = version;
    this.clock = clock;
  }

  private EngineApi api() {
    return host.api();
  }

  @Override
  public List<Listed> list(Collection<LabNeeds> needs) {
    ImagePlatform engine = ImagePlatform.ofEngine(api());
    // a published cluster that's used instead of two of ours is listed once
    var published = new HashSet<String>();
    return RequiredImage.of(needs, own).stream()
        .filter(image -> inspect(image.name()).isEmpty() || published.add(image.name()))
        .map(image -> listed(image, engine))
        .toList();
  }

  private Listed listed(RequiredImage required, ImagePlatform engine) {
    return find(required)
        .map(image ->
            new Listed(
                required.title(),
                image.tag(),
                image.id(),
                image.platform().toString(),
                engine.runs(image.platform()),
                image.bytes()))
        .orElseGet(() -> new Listed(required.title(), "", "", "", false, 0));
  }

  private Optional<EngineImage> find(RequiredImage image) {
    Optional<EngineImage> own = inspect(image.name());
    return own.isPresent() || image.substitute().isEmpty() ? own : inspect(image.substitute());
  }

  private Optional<EngineImage> inspect(String tag) {
    Optional<JsonNode> found = api().find("/images/" + tag + "/json");
    return found.map(one -> EngineImage.of(tag, one));
  }

  @Override
  public Exported exportTo(Path file, Collection<LabNeeds> needs, BootProgress progress)
      throws IOException, ImageArchiveFault, InterruptedException {
    List<EngineImage> images = present(RequiredImage.of(needs, own));
    var exporter = new ImageExporter(api(), version, clock.instant());
    return exporter.export(images, totalBytes(images), file, progress);
  }

  /** Returns the images by their tags on the engine, each once. */
  private List<EngineImage> present(List<RequiredImage> required) throws ImageArchiveFault {
    Map<String, EngineImage> found = new LinkedHashMap<>();
    var missing = new ArrayList<String>();
    for (RequiredImage image : required) {
      find(image)
          .ifPresentOrElse(one -> found.put(one.tag(), one), () -> missing.add(image.title()));
    }
    if (!missing.isEmpty()) {
      throw new LabFault(
          LabFault.Kind.NO_IMAGE,
          "These images are not on this machine, so they can't be exported: "
              + String.join(", ", missing)
              + ".",
          "Get them first: deckhand setup. Or choose lessons that don't need them with --lesson or"
              + " --course.");
    }
    for (String tag : found.keySet()) {
      if (!ArchivedImage.isValidName(tag)) {
        throw new ImageArchiveFault(
            "The image " + tag + " has no tag, and engines can't load images by digest from files.",
            "Choose lessons that don't need it with --lesson or --course.");
      }
    }
    return List.copyOf(found.values());
  }

  private long totalBytes(List<EngineImage> images) {
    var host = new HostImages(api(), LabSettings.SUBSTITUTES, Duration.ZERO);
    return host.totalBytes(
        images.stream()
            .map(image -> new HostImage(ImageName.of(image.tag()), image.tag(), image.id()))
            .toList());
  }

  @Override
  public Imported importFrom(Path file, ImportOptions options, BootProgress progress)
      throws IOException, ImageArchiveFault, InterruptedException {
    var importer = new ImageImporter(host, FreeSpace::free);
    try (ImageArchive archive = ImageArchive.open(file, expected(options), progress)) {
      importer.checkPlatform(archive, file);
      List<Carried> images =
          options.checkOnly() ? importer.check(archive) : importer.load(archive, file, progress);
      return new Imported(
          archive.digest().toString(),
          archive.index().version(),
          archive.index().created().toString(),
          images);
    }
  }

  private static Optional<Digest> expected(ImportOptions options) throws ImageArchiveFault {
    if (options.digest().isEmpty()) {
      return Optional.empty();
    }
    Optional<Digest> digest = Digest.parse(options.digest());
    if (digest.isEmpty()) {
      throw new ImageArchiveFault(
          "\"" + options.digest() + "\" isn't a digest.",
          "A digest is sha256: and 64 digits, as \"deckhand images export\" prints it.");
    }
    return digest;
  }

  @Override
  public void close() {
    api().close();
  }
}
