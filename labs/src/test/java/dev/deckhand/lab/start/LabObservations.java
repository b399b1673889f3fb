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
import dev.deckhand.lab.observe.LabPart;
import dev.deckhand.lab.time.Deadline;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
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

  /** What a part of a lab sees now. */
  public static List<DataNode> seen(LabPart part, Subject subject) {
    return seen(new CompositeLab(List.of(part), () -> {}), subject);
  }

  /** Waits, by watch, until a part of a lab sees a subject as wanted. */
  public static Observation await(LabPart part, Subject subject, Predicate<Observation> wanted) {
    return await(new CompositeLab(List.of(part), () -> {}), subject, wanted);
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
    var changes = new LinkedBlockingQueue<SubjectObservation>();
    try (Watch _ =
        lab.watch(
            List.of(subject, new KubernetesObject("v1", "Event", null, null, Map.of())),
            changes::add)) {
      var limit = Deadline.in(LIMIT);
      while (changes.poll(limit.remaining().toMillis(), TimeUnit.MILLISECONDS) != null) {
        List<String> causes = lab.causes(subject);
        if (causes.toString().contains(words)) {
          return causes;
        }
      }
      throw new AssertionError("no cause mentions " + words + ": " + lab.causes(subject));
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
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
    return sh(lab.environment(), sessionFolder, line);
  }

  /** Runs a learner's line with a lab's environment, and returns what it wrote. */
  public static String sh(
      Map<String, String> environment, SessionFolder sessionFolder, String line) {
    var shell = new ProcessBuilder("timeout", "90", "sh", "-c", line).redirectErrorStream(true);
    shell.directory(sessionFolder.workspace().toFile());
    shell.environment().putAll(environment);
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
