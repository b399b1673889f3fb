package dev.deckhand.shell.cli.grade;

import dev.deckhand.lesson.Lesson;
import dev.deckhand.shell.cli.common.UserError;
import dev.deckhand.shell.grade.run.SeedAssignment;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that says which names and numbers a learner has. */
final class SeedOptions {

  /** Far more than any class needs. */
  private static final int MAX_BYTES = 1 << 20;

  @Option(
      names = "--seeds",
      paramLabel = "FILE",
      description = {
        "The learners' seeds, for a lesson that draws names and numbers: lines such as anna,4711.",
        "Default: the seed in each submission's submission.yaml, which a learner can change."
      })
  @Nullable Path file;

  SeedAssignment read(Lesson lesson) throws UserError {
    if (file == null) {
      return SeedAssignment.NONE;
    }
    if (lesson.variation().isNone()) {
      throw new UserError(
          lesson.id() + " is the same for all: nothing in it is drawn from a seed.",
          "Leave out --seeds.");
    }
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(MAX_BYTES + 1);
      if (bytes.length > MAX_BYTES) {
        throw new UserError(file + " has more than 1 MiB.", "One line for each learner is enough.");
      }
      return SeedAssignment.parse(new String(bytes, StandardCharsets.UTF_8));
    } catch (SeedAssignment.InvalidLine invalid) {
      throw new UserError(file + ": " + invalid.getMessage(), "Write lines such as anna,4711.");
    } catch (IOException unreadable) {
      throw new UserError(file + " can't be read.", "Check its name and its permissions.");
    }
  }
}
