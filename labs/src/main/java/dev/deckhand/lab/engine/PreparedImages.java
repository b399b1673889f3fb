package dev.deckhand.lab.engine;

import com.fasterxml.jackson.databind.JsonNode;
import dev.deckhand.lab.api.ApiException;
import dev.deckhand.lab.docker.EngineApi;
import dev.deckhand.lab.image.HostImage;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * A volume on the machine's engine with the images of a lesson as a private engine stores them. A
 * new engine copies it, which takes a tenth of the time that loading the images takes.
 *
 * <p>The first engine of a lesson loads its images, and then fills the volume. It's complete as
 * soon as the folder {@code images} is there: that's renamed last.
 *
 * @param volume its name, which is derived from all that the content depends on
 */
public record PreparedImages(String volume) {

  private static final String LABEL = "dev.deckhand.prepared-images";

  /** Where an engine has it mounted, until it has read or filled it. */
  static final String FOLDER = "/var/lib/deckhand/prepared";

  /** How many are kept; the oldest go first. */
  private static final int LIMIT = 12;

  /** Of Docker's own store, what images consist of; the rest it makes at its start. */
  private static final String STORES = "image overlay2";

  /** Fills an engine's empty storage, and then starts the engine as its image does. */
  private static final String START =
      "prepared="
          + FOLDER
          + "/images; "
          + "if [ -d $prepared ] && [ -z \"$(ls -A /var/lib/docker 2>/dev/null)\" ]; then "
          + "cp -a $prepared/. /var/lib/docker/ || rm -rf /var/lib/docker/* /var/lib/docker/.[!.]*; "
          + "umount "
          + FOLDER
          + " 2>/dev/null || :; fi; exec dockerd-entrypoint.sh \"$@\"";

  /** Fills the volume from a running engine that has nothing but the images. */
  private static final String FILL =
      "mountpoint -q "
          + FOLDER
          + " && cd "
          + FOLDER
          + " && { [ -d images ] || { rm -rf part-* && mkdir part-$$ && for store in "
          + STORES
          + "; do cp -a /var/lib/docker/$store part-$$/ || exit; done "
          + "&& { (sync -f part-$$ && mv part-$$ images; cd / && umount "
          + FOLDER
          + ") >/dev/null 2>&1 & }; }; }";

  /**
   * The volume for some images.
   *
   * @param engine the image that the engine itself runs
   */
  public static PreparedImages of(HostImage engine, List<HostImage> images) {
    String content =
        images.stream()
            .map(image -> image.name() + " " + image.id())
            .distinct()
            .sorted()
            .collect(Collectors.joining("\n", engine.id() + "\n", ""));
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
      return new PreparedImages(
          "deckhand-images-" + HexFormat.of().formatHex(hash).substring(0, 24));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** The label of these volumes, which belong to no session. */
  public static String label() {
    return LABEL;
  }

  /** The entry point of an engine that has the volume mounted. */
  static List<String> entrypoint() {
    return List.of("/bin/sh", "-c", START, "dockerd-entrypoint.sh");
  }

  /** The command that fills the volume, in an engine that has it mounted. */
  static List<String> fillCommand() {
    return List.of("/bin/sh", "-c", FILL);
  }

  /**
   * Makes the volume if it isn't there; removes the oldest if there are too many.
   *
   * @return whether it was there, so that it's likely to be filled
   */
  boolean create(EngineApi host) {
    if (host.find("/volumes/" + volume).isPresent()) {
      return true;
    }
    host.post("/volumes/create", Map.of("Name", volume, "Labels", Map.of(LABEL, "")));
    removeOldest(host);
    return false;
  }

  private void removeOldest(EngineApi host) {
    JsonNode all =
        host.get("/volumes?filters=" + EngineApi.filters("label", List.of(LABEL))).path("Volumes");
    StreamSupport.stream(all.spliterator(), false)
        .sorted(Comparator.comparing((JsonNode one) -> one.path("CreatedAt").asText()).reversed())
        .map(one -> one.path("Name").asText())
        .filter(name -> !name.equals(volume))
        .skip(LIMIT - 1L)
        .forEach(name -> removeUnlessInUse(host, name));
  }

  private static void removeUnlessInUse(EngineApi host, String name) {
    try {
      host.delete("/volumes/" + EngineApi.urlEncode(name));
    } catch (ApiException inUse) {
      // it's removed another time
    }
  }

  /** Whether an engine has all of these images. */
  static boolean hasAll(EngineApi engine, List<HostImage> images) {
    return images.stream()
        .allMatch(image -> engine.find("/images/" + image.name() + "/json").isPresent());
  }

  /** Whether an engine stores images in the way that can be copied. */
  static boolean canBeFilledFrom(EngineApi engine) {
    return engine.get("/info").path("Driver").asText().equals("overlay2");
  }
}
