package dev.deckhand.lab.workspace;

import dev.deckhand.check.Observation;
import dev.deckhand.check.Subject.Execution;
import dev.deckhand.check.pattern.DataNode;
import dev.deckhand.lab.SessionFolder;
import dev.deckhand.lab.observe.Observer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Runs a check's command beside the learner's shell: in the workspace's folder and with its
 * variables, but in its own process, so that neither disturbs the other.
 *
 * @param machine the variables of the person's shell
 * @param lab the variables that point at the lab
 */
public record WorkspaceExecProbe(
    SessionFolder sessionFolder, Map<String, String> machine, Map<String, String> lab)
    implements Observer<Execution> {

  private static final Duration TIMEOUT = Duration.ofSeconds(10);
  private static final int MAX_OUTPUT_BYTES = 64 * 1024;

  public WorkspaceExecProbe {
    machine = Map.copyOf(machine);
    lab = Map.copyOf(lab);
  }

  /** Runs the command; if it takes too long, it is ended, and the result is unreachable. */
  @Override
  public Observation observe(Execution subject) {
    var builder = new ProcessBuilder(subject.command());
    builder.directory(sessionFolder.workspace().toFile());
    builder.environment().clear();
    builder.environment().putAll(LearnerEnvironment.of(machine, sessionFolder, lab));
    builder.redirectInput(ProcessBuilder.Redirect.from(new java.io.File("/dev/null")));
    try {
      Process process = builder.start();
      CompletableFuture<String> output = readAsync(process.getInputStream());
      CompletableFuture<String> errors = readAsync(process.getErrorStream());
      try {
        if (process.waitFor(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)) {
          return snapshot(process.exitValue(), output, errors);
        }
        return new Observation.Unreachable(
            "The check's command took longer than " + TIMEOUT.toSeconds() + " s, so it was ended.",
            "Wait a moment: the check is tried again.");
      } finally {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
      }
    } catch (IOException notFound) {
      return new Observation.Snapshot(List.of());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return new Observation.Unreachable(
          "The check was interrupted.", "Wait a moment: it is tried again.");
    }
  }

  private static Observation snapshot(
      int exitCode, CompletableFuture<String> output, CompletableFuture<String> errors) {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("exitCode", exitCode);
    fields.put("stdout", completeText(output));
    fields.put("stderr", completeText(errors));
    return new Observation.Snapshot(List.of(DataNode.of(fields)));
  }

  /** Doesn't wait for background processes of the command that keep its output open. */
  private static String completeText(CompletableFuture<String> text) {
    return text.completeOnTimeout("", 1, TimeUnit.SECONDS).join().replaceFirst("\\R+\\z", "");
  }

  private static CompletableFuture<String> readAsync(InputStream stream) {
    var text = new CompletableFuture<String>();
    Thread.ofVirtual()
        .name("check-output")
        .start(() -> {
          var kept = new ByteArrayOutputStream();
          var portion = new byte[8192];
          try (stream) {
            for (int read = stream.read(portion); read >= 0; read = stream.read(portion)) {
              kept.write(portion, 0, Math.min(read, MAX_OUTPUT_BYTES - kept.size()));
            }
          } catch (IOException ended) {
            // the output that was read so far is kept
          }
          text.complete(kept.toString(StandardCharsets.UTF_8));
        });
    return text;
  }
}
