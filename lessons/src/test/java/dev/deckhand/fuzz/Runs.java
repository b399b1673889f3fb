package dev.deckhand.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * How long to go on: a few rounds in the build, which are the same every time, or as many minutes
 * as {@code -Dfuzz.minutes} says, beginning at {@code -Dfuzz.seed}.
 */
public final class Runs {

  private static final Path FOUND = Path.of("target/fuzz");
  private static final int ENOUGH = 20;

  private final int rounds;
  private final Duration time = Duration.ofMinutes(Long.getLong("fuzz.minutes", 0));
  private final Instant begin = Instant.now();
  private final List<String> found = new ArrayList<>();
  private int done;

  /**
   * A run.
   *
   * @param rounds in the build
   */
  public Runs(int rounds) {
    this.rounds = rounds;
  }

  /** Where the texts begin. */
  public static long seed() {
    return Long.getLong("fuzz.seed", 1);
  }

  /** Whether another text is to be tried. */
  public boolean goesOn() {
    done++;
    return found.size() < ENOUGH
        && (time.isZero()
            ? done <= rounds
            : Duration.between(begin, Instant.now()).compareTo(time) < 0);
  }

  /** Tries a text; one that fails is kept in {@code target/fuzz}. */
  public void attempt(byte[] text, String ending, Attempt attempt) throws IOException {
    try {
      attempt.run();
    } catch (Exception | Error failed) {
      Files.createDirectories(FOUND);
      Path file = FOUND.resolve("seed-" + seed() + "-" + done + ending);
      Files.write(file, text);
      var where = failed.getStackTrace().length > 0 ? failed.getStackTrace()[0] : "";
      found.add(file + ": " + failed + " at " + where);
    }
  }

  /** What was found, one line for each text; how many were tried stands in {@code target/fuzz}. */
  public List<String> found() throws IOException {
    if (!time.isZero()) {
      Files.createDirectories(FOUND);
      Files.writeString(FOUND.resolve("seed-" + seed() + ".tried"), done() + "\n");
    }
    return List.copyOf(found);
  }

  /** How many texts were tried. */
  public int done() {
    return done - 1;
  }

  /** One try. */
  public interface Attempt {
    /** Fails where something is found. */
    void run() throws Exception;
  }
}
