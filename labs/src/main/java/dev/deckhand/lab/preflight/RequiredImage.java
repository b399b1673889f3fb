package dev.deckhand.lab.preflight;

import dev.deckhand.lab.image.DefaultImages;
import dev.deckhand.lab.image.ImageName;
import dev.deckhand.lab.image.LabImage;
import dev.deckhand.lab.start.LabImageChoice;
import dev.deckhand.lab.start.LabSettings;
import dev.deckhand.lesson.LabKind;
import dev.deckhand.lesson.LabNeeds;
import dev.deckhand.lesson.version.VersionedTool;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * An image that a lab needs.
 *
 * @param name its name in the lesson or the lab
 * @param substitute the tag of its substitute on the machine's engine; empty if it has none
 * @param neededBy the labs that don't start without it
 */
public record RequiredImage(String name, String substitute, Set<LabKind> neededBy) {

  private static final String INGRESS_CLUSTER =
      LabSettings.DEFAULT_IMAGES.lab(DefaultImages.INGRESS_CLUSTER).substitute();

  public RequiredImage {
    neededBy = Set.copyOf(neededBy);
  }

  /** Lists the images that labs with these needs use, the labs' own first. */
  public static List<RequiredImage> of(Collection<LabNeeds> needs, LabImageChoice own) {
    Map<LabImage, Set<LabKind>> users = new LinkedHashMap<>();
    for (LabNeeds one : needs) {
      if (one.labs().contains(LabKind.DOCKER)) {
        addUsers(users, own.engine(), Set.of(LabKind.DOCKER));
      }
      if (one.labs().contains(LabKind.KUBERNETES)) {
        own.clusterImages(one).forEach(image -> addUsers(users, image, Set.of(LabKind.KUBERNETES)));
      }
      if (one.versions().containsKey(VersionedTool.HELM)) {
        addUsers(users, named(LabSettings.HELM_IMAGE, own), Set.of(LabKind.KUBERNETES));
      }
    }
    for (LabNeeds one : needs) {
      for (String image : one.images()) {
        addUsers(users, named(ImageName.of(image).toString(), own), one.labs());
      }
    }
    return users.entrySet().stream()
        .map(user ->
            new RequiredImage(user.getKey().name(), user.getKey().substitute(), user.getValue()))
        .toList();
  }

  private static void addUsers(
      Map<LabImage, Set<LabKind>> users, LabImage image, Set<LabKind> labs) {
    users.computeIfAbsent(image, _ -> EnumSet.noneOf(LabKind.class)).addAll(labs);
  }

  /**
   * What people and programs know it by. That's its name, but two images of our own stand in for a
   * published cluster, and the larger one is known by its tag.
   */
  public String title() {
    return isForFewLessons() ? substitute : name;
  }

  /** Whether most labs of its kind start without it: a cluster rarely has an ingress controller. */
  boolean isForFewLessons() {
    return substitute.equals(INGRESS_CLUSTER);
  }

  private static LabImage named(String name, LabImageChoice own) {
    return new LabImage(name, substitute(name, own));
  }

  /**
   * An image that a lab itself runs has a substitute that only the lab may use, or none. The
   * cluster's has Helm, too.
   */
  private static String substitute(String name, LabImageChoice own) {
    if (name.equals(LabSettings.HELM_IMAGE)) {
      return own.cluster().substitute();
    }
    return Stream.of(own.engine(), own.cluster())
        .filter(image -> image.name().equals(name))
        .findFirst()
        .map(LabImage::substitute)
        .orElseGet(() -> LabSettings.SUBSTITUTES.find(ImageName.of(name)).orElse(""));
  }
}
