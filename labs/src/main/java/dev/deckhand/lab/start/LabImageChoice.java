package dev.deckhand.lab.start;

import dev.deckhand.lab.LabFault;
import dev.deckhand.lab.image.DefaultImages;
import dev.deckhand.lab.image.LabImage;
import dev.deckhand.lesson.Ability;
import dev.deckhand.lesson.LabNeeds;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The images that labs run on: the defaults, or what the environment names.
 *
 * @param cluster the cluster's, unless a lesson needs an ingress controller
 * @param ingressCluster the cluster's with an ingress controller
 * @param engine the private engine's
 */
public record LabImageChoice(LabImage cluster, LabImage ingressCluster, LabImage engine) {

  /** The environment variable that chooses the cluster's image. */
  public static final String CLUSTER_VARIABLE = "DECKHAND_CLUSTER_IMAGE";

  /** The environment variable that chooses the engine's image. */
  public static final String ENGINE_VARIABLE = "DECKHAND_ENGINE_IMAGE";

  private static final Pattern IMAGE =
      Pattern.compile(
          "[a-z0-9][a-z0-9._-]*(:[0-9]+)?(/[a-z0-9][a-z0-9._-]*)*(:\\w[\\w.-]{0,127})?"
              + "(@sha256:[0-9a-f]{64})?");

  /**
   * Reads the variables; one that is empty or not set leaves the default.
   *
   * @throws LabFault if a value isn't the name of an image
   */
  public static LabImageChoice of(Map<String, String> environment) {
    return new LabImageChoice(
        choose(environment, CLUSTER_VARIABLE, DefaultImages.CLUSTER),
        choose(environment, CLUSTER_VARIABLE, DefaultImages.INGRESS_CLUSTER),
        choose(environment, ENGINE_VARIABLE, DefaultImages.ENGINE));
  }

  private static LabImage choose(Map<String, String> environment, String variable, String recipe) {
    String name = environment.getOrDefault(variable, "").strip();
    LabImage usual = LabSettings.DEFAULT_IMAGES.lab(recipe);
    if (name.isEmpty()) {
      return usual;
    }
    if (!isImageName(name)) {
      throw new LabFault(
          LabFault.Kind.NOT_STARTED,
          variable + " isn't the name of an image: \"" + name + "\".",
          "Set it to a name with a tag, such as " + usual.name() + ", or unset it.");
    }
    return LabImage.chosen(name);
  }

  /** The image that the cluster of a lesson runs on. */
  LabImage clusterFor(LabNeeds needs) {
    return needs.abilities().contains(Ability.INGRESS) ? ingressCluster : cluster;
  }

  /**
   * The images that the cluster of a lesson takes. With an ingress controller that's also the one
   * below: it's built first, it costs extra, and a machine that has both needs no more disk.
   */
  public Set<LabImage> clusterImages(LabNeeds needs) {
    var images = new LinkedHashSet<LabImage>();
    images.add(cluster);
    images.add(clusterFor(needs));
    return images;
  }

  /** Whether a text can be an image's name. */
  public static boolean isImageName(String text) {
    return IMAGE.matcher(text).matches();
  }
}
