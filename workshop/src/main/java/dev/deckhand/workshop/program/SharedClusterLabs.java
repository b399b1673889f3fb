package dev.deckhand.workshop.program;

import dev.deckhand.lab.BootProgress;
import dev.deckhand.lab.ConfinedLab;
import dev.deckhand.lab.ConfinementLimits;
import dev.deckhand.lab.Lab;
import dev.deckhand.lab.LabFactory;
import dev.deckhand.lab.LabFactory.ClassCluster;
import dev.deckhand.lab.SessionFolder;
import dev.deckhand.lesson.Ability;
import dev.deckhand.lesson.LabKind;
import dev.deckhand.lesson.LabNeeds;
import dev.deckhand.lesson.LessonCard;
import dev.deckhand.lesson.Tenancy;
import dev.deckhand.lesson.version.VersionConstraint;
import dev.deckhand.lesson.version.VersionedTool;
import dev.deckhand.shell.cli.common.ProgramEnvironment;
import dev.deckhand.workshop.service.ClassLabs;
import dev.deckhand.workshop.service.LessonOffer;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * The labs of a class in which everyone who learns Kubernetes has a namespace of one cluster. Other
 * labs are a seat's own. Thread-safe.
 */
final class SharedClusterLabs implements LabFactory, ClassLabs {

  private final LabFactory own;
  private final ClassCluster cluster;

  private SharedClusterLabs(LabFactory own, ClassCluster cluster) {
    this.own = own;
    this.cluster = cluster;
  }

  /**
   * Starts the class's cluster, or takes over the one of the server that was killed.
   *
   * @param own makes the seats' own labs
   * @throws dev.deckhand.lab.LabFault if it can't be started
   */
  static SharedClusterLabs start(
      LabFactory own, LessonOffer offer, int seats, Path folder, ProgramEnvironment environment)
      throws IOException, InterruptedException {
    Path root = folder.resolve("cluster");
    Files.createDirectories(root.resolve("work"));
    var session = new SessionFolder(id(root, environment.random()), root, root.resolve("work"));
    ClassCluster cluster =
        own.classCluster(needs(offer), seats, session, new PrintedProgress(environment.err()))
            .orElseThrow();
    return new SharedClusterLabs(own, cluster);
  }

  /** The same in every process that serves this workshop. */
  private static String id(Path root, RandomGenerator random) throws IOException {
    Path file = root.resolve("id");
    if (!Files.exists(file)) {
      Files.writeString(file, "%08x".formatted(random.nextInt()));
    }
    return Files.readString(file).strip();
  }

  /** Whether a lesson of the course can be taken in a namespace. */
  static boolean isNeeded(LessonOffer offer) {
    return offer.lessons().stream().anyMatch(card -> isShared(card.needs()));
  }

  /** What all lessons together need that can be taken in a namespace. */
  private static LabNeeds needs(LessonOffer offer) {
    var images = new LinkedHashSet<String>();
    var abilities = new LinkedHashSet<Ability>();
    var versions = new EnumMap<VersionedTool, VersionConstraint>(VersionedTool.class);
    for (LessonCard card : offer.lessons()) {
      if (isShared(card.needs())) {
        images.addAll(card.needs().images());
        abilities.addAll(card.needs().abilities());
        versions.putAll(card.needs().versions());
      }
    }
    return new LabNeeds(
        Set.of(LabKind.KUBERNETES),
        List.copyOf(images),
        abilities,
        LabNeeds.NONE.namespace(),
        Tenancy.OWN,
        versions);
  }

  private static boolean isShared(LabNeeds needs) {
    return needs.tenancy() == Tenancy.SHARED;
  }

  private LabFactory factory(LabNeeds needs) {
    return isShared(needs) ? cluster : own;
  }

  @Override
  public Lab open(LabNeeds needs, SessionFolder folder, BootProgress progress)
      throws InterruptedException {
    return factory(needs).open(needs, folder, progress);
  }

  @Override
  public ConfinedLab openConfined(
      LabNeeds needs, SessionFolder folder, ConfinementLimits limits, BootProgress progress)
      throws InterruptedException {
    return factory(needs).openConfined(needs, folder, limits, progress);
  }

  @Override
  public Optional<ConfinedLab> adoptConfined(
      LabNeeds needs, SessionFolder folder, ConfinementLimits limits) throws InterruptedException {
    return factory(needs).adoptConfined(needs, folder, limits);
  }

  @Override
  public List<String> problems() {
    return cluster.heldNamespaces();
  }

  @Override
  public void removeExcept(Set<String> namespaces) throws InterruptedException {
    cluster.removeSeatsExcept(namespaces);
  }

  @Override
  public void remove() {
    cluster.close();
  }

  /** One line for each step that is over. */
  private record PrintedProgress(PrintStream out) implements BootProgress {

    @Override
    public void began(String step) {
      out.println(step + " ...");
    }

    @Override
    public void advanced(String step, long done, long total, String unit) {
      // a line for each part would be too many
    }

    @Override
    public void finished(String step, Duration took) {
      out.printf("%s: done in %d s%n", step, took.toSeconds());
    }
  }
}
