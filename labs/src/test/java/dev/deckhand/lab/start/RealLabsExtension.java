package dev.deckhand.lab.start;

import dev.deckhand.file.FolderTree;
import dev.deckhand.lab.BootProgress;
import dev.deckhand.lab.Lab;
import dev.deckhand.lab.SessionFolder;
import dev.deckhand.lab.SharedCluster;
import dev.deckhand.lab.api.ApiUnavailable;
import dev.deckhand.lab.docker.EngineAddress;
import dev.deckhand.lab.docker.EngineApi;
import dev.deckhand.lab.image.DefaultImages;
import dev.deckhand.lab.image.LabImage;
import dev.deckhand.lesson.Ability;
import dev.deckhand.lesson.LabKind;
import dev.deckhand.lesson.LabNeeds;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests a real engine and a real cluster, each started once for all tests; skips them, saying
 * why, where no engine answers.
 */
public final class RealLabsExtension implements ParameterResolver, ExecutionCondition {

  public static final String NAMESPACE = "shop";
  public static final List<String> IMAGES = List.of("busybox:1.37", "nginx:1.30");

  private static final EngineAddress ENGINE =
      new EngineAddress(
          URI.create(System.getProperty("deckhand.test.engine", "unix:///var/run/docker.sock")),
          null);

  /**
   * Evaluated before parameters are resolved: a missing parameter would be an error, not a skip.
   */
  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    try (EngineApi asked = EngineApi.at(ENGINE)) {
      asked.ping(Duration.ofSeconds(5));
      return ConditionEvaluationResult.enabled("an engine answers at " + ENGINE);
    } catch (ApiUnavailable gone) {
      String why = "no engine answers at " + ENGINE + " (" + gone.message() + ")";
      // Surefire writes reasons into its report only; they belong into the build's output, too
      System.err.println("Skipped: " + context.getDisplayName() + ": " + why);
      return ConditionEvaluationResult.disabled(why);
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == SharedLabs.class;
  }

  @Override
  public SharedLabs resolveParameter(ParameterContext parameter, ExtensionContext context) {
    // of the launcher's session: a test that is tried again belongs to another run of the launcher
    return context
        .getStore(
            ExtensionContext.StoreScope.LAUNCHER_SESSION,
            ExtensionContext.Namespace.create(RealLabsExtension.class))
        .computeIfAbsent(SharedLabs.class);
  }

  /**
   * What Testcontainers has written into the home folder, by whomever: a developer of other
   * projects may well have that file. Empty if there is none.
   */
  public static Optional<String> testcontainersFile() {
    Path file = Path.of(System.getProperty("user.home"), ".testcontainers.properties");
    try {
      return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** The labs of one test run. */
  public static final class SharedLabs implements AutoCloseable {

    private final Optional<String> testcontainersFileBefore = testcontainersFile();
    private final EngineApi host = EngineApi.at(ENGINE);
    private @Nullable OpenedLab engine;
    private @Nullable OpenedLab cluster;

    /** A lab and the folders that it was opened in. */
    public record OpenedLab(Lab lab, SessionFolder folder) {}

    /** {@link RealLabsExtension#testcontainersFile} before the first lab was opened. */
    public Optional<String> testcontainersFileBefore() {
      return testcontainersFileBefore;
    }

    /** The machine's own engine. */
    public EngineApi host() {
      return host;
    }

    /** The private engine that tests share, cleared. */
    public synchronized OpenedLab engine() throws InterruptedException {
      OpenedLab known = engine;
      if (known == null) {
        known = open(LabKind.DOCKER);
        engine = known;
      }
      known.lab().clear();
      return known;
    }

    /** The cluster that tests share, cleared. */
    public synchronized OpenedLab cluster() throws InterruptedException {
      OpenedLab known = cluster;
      if (known == null) {
        known = open(LabKind.KUBERNETES);
        cluster = known;
      }
      known.lab().clear();
      return known;
    }

    /** An engine for one test alone, which closes it. */
    public OpenedLab newEngine() throws InterruptedException {
      return open(LabKind.DOCKER);
    }

    /** The same with variables of the person's shell, as {@code DECKHAND_LIMITS}. */
    public OpenedLab newEngine(Map<String, String> environment) throws InterruptedException {
      return open(LabKind.DOCKER, settings(environment));
    }

    /** A cluster to be shared, not started yet, for one test alone, which closes it. */
    public SharedCluster newSharedCluster() {
      SessionFolder sessionFolder = newSessionFolder();
      return new TestcontainersLabFactory(settings(), Clock.systemUTC())
          .sharedCluster(needs(LabKind.KUBERNETES), sessionFolder)
          .orElseThrow();
    }

    private static OpenedLab open(LabKind kind) throws InterruptedException {
      return open(kind, settings());
    }

    private static OpenedLab open(LabKind kind, LabSettings settings) throws InterruptedException {
      SessionFolder sessionFolder = newSessionFolder();
      return new OpenedLab(
          new TestcontainersLabFactory(settings, Clock.systemUTC())
              .open(needs(kind), sessionFolder, BootProgress.SILENT),
          sessionFolder);
    }

    @Override
    public void close() {
      for (OpenedLab lab : new OpenedLab[] {cluster, engine}) {
        if (lab != null) {
          lab.lab().close();
        }
      }
      host.close();
    }
  }

  /** What a lesson with such a lab needs. */
  public static LabNeeds needs(LabKind kind) {
    return new LabNeeds(Set.of(kind), IMAGES, Set.of(Ability.DNS, Ability.INGRESS), NAMESPACE);
  }

  /** Makes folders for a session; they are deleted when the JVM ends. */
  public static SessionFolder newSessionFolder() {
    try {
      Path root = Files.createTempDirectory("deckhand");
      Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(root)));
      String id = UUID.randomUUID().toString().substring(0, 8);
      return new SessionFolder(id, root, Files.createDirectory(root.resolve("work")));
    } catch (IOException full) {
      throw new UncheckedIOException(full);
    }
  }

  private static void delete(Path root) {
    try {
      FolderTree.delete(root);
    } catch (IOException | UncheckedIOException inUse) {
      System.err.println("Not deleted: " + root + ": " + inUse.getMessage());
    }
  }

  /** Settings for the labs of tests, with an owner of their own. */
  public static LabSettings settings() {
    return settings(ENGINE, Map.of());
  }

  /** The same with variables of the person's shell. */
  public static LabSettings settings(Map<String, String> environment) {
    return settings(ENGINE, environment);
  }

  /** The same for another engine. */
  public static LabSettings settings(EngineAddress engine) {
    return settings(engine, Map.of());
  }

  private static LabSettings settings(EngineAddress engine, Map<String, String> environment) {
    return new LabSettings(
        engine,
        "deckhand-tests",
        new LabImageChoice(
            own(DefaultImages.CLUSTER),
            own(DefaultImages.INGRESS_CLUSTER),
            own(DefaultImages.ENGINE)),
        LabSettings.SUBSTITUTES,
        Duration.ofSeconds(3),
        List.of(),
        List.of(Path.of("/usr/local/bin"), Path.of("/usr/bin")),
        environment);
  }

  private static LabImage own(String recipe) {
    return LabImage.chosen(LabSettings.DEFAULT_IMAGES.lab(recipe).substitute());
  }
}
