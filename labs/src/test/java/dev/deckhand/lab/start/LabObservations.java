package dev.deckhand.lab.start;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckhand.check.Observation;
import dev.deckhand.check.Subject;
import dev.deckhand.check.Subject.DockerKind;
import dev.deckhand.check.Subject.DockerObject;
import dev.deckhand.check.Subject.KubernetesObject;
import dev.deckhand.check.pattern.DataNode;
import dev.deckhand.lab.Lab;
import dev.deckhand.lab.SessionFolder;
import dev.deckhand.lab.SubjectObservation;
import dev.deckhand.lab.Watch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** What tests of labs say and see. */
public final class LabObservations {

  private static final Duration LIMIT = Duration.ofSeconds(60);

  private LabObservations() {}

  public static KubernetesObject object(String apiVersion, String kind, String name) {
    return new KubernetesObject(apiVersion, kind, name, null, Map.of());
  }

  public static KubernetesObject deployment(String name) {
    return object("apps/v1", "Deployment", name);
  }

  public static KubernetesObject pod(String name) {
    return object("v1", "Pod", name);
  }

  public static DockerObject container(String name) {
    return new DockerObject(DockerKind.CONTAINER, name, Map.of());
  }

  public static DockerObject image(String name) {
    return new DockerObject(DockerKind.IMAGE, name, Map.of());
  }

  /** What is there now. */
  public static List<DataNode> seen(Lab lab, Subject subject) {
    Observation observation = lab.observe(subject);
    assertThat(observation).isInstanceOf(Observation.Snapshot.class);
    return ((Observation.Snapshot) observation).objects();
  }

  /** Waits, by watch, until a subject is as wanted. */
  public static Observation await(Lab lab, Subject subject, Predicate<Observation> wanted) {
    var found = new CompletableFuture<Observation>();
    try (Watch _ =
        lab.watch(
            List.of(subject), subjectObservation -> offer(subjectObservation, wanted, found))) {
      return found.orTimeout(LIMIT.toSeconds(), TimeUnit.SECONDS).join();
    }
  }

  private static void offer(
      SubjectObservation subjectObservation,
      Predicate<Observation> wanted,
      CompletableFuture<Observation> found) {
    if (wanted.test(subjectObservation.observation())) {
      found.complete(subjectObservation.observation());
    }
  }

  /** Waits until causes of a subject mention these words. */
  public static List<String> awaitCause(Lab lab, Subject subject, String words) {
    var found = new CompletableFuture<List<String>>();
    try (Watch _ =
        lab.watch(
            List.of(subject, new KubernetesObject("v1", "Event", null, null, Map.of())),
            _ -> {
              List<String> causes = lab.causes(subject);
              if (causes.toString().contains(words)) {
                found.complete(causes);
              }
            })) {
      return found.orTimeout(LIMIT.toSeconds(), TimeUnit.SECONDS).join();
    }
  }

  public static Predicate<Observation> first(Predicate<DataNode> wanted) {
    return observation ->
        observation instanceof Observation.Snapshot(var objects)
            && !objects.isEmpty()
            && wanted.test(objects.getFirst());
  }

  public static Predicate<Observation> nothing() {
    return observation ->
        observation instanceof Observation.Snapshot(var objects) && objects.isEmpty();
  }

  /** Runs a learner's line with the lab's environment, and returns what it wrote. */
  public static String sh(Lab lab, SessionFolder sessionFolder, String line) {
    var shell = new ProcessBuilder("timeout", "90", "sh", "-c", line).redirectErrorStream(true);
    shell.directory(sessionFolder.workspace().toFile());
    shell.environment().putAll(lab.environment());
    shell
        .environment()
        .merge("PATH", sessionFolder.bin().toString(), (path, bin) -> bin + ":" + path);
    try {
      Process process = shell.start();
      process.getOutputStream().close();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor()).as("%s\n%s", line, said).isZero();
      return said;
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }
}
