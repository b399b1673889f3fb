package dev.deckhand.shell.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./deckhand} and its cache for quick starts, whatever state that is in. */
class LauncherIT {

  @TempDir private Path folder;
  private Path target;
  private Path cache;
  private Path madeWith;

  /** A checkout with nothing but the launcher and what was built. */
  @BeforeEach
  void checkOut() throws IOException {
    Path built = PackagedProgram.product().resolve("shell/target/app");
    assertThat(built).as("the packaged program; \"mvn package\" makes it").isNotEmptyDirectory();
    Files.copy(PackagedProgram.product().resolve("deckhand"), folder.resolve("deckhand"));
    target = Files.createDirectories(folder.resolve("shell/target"));
    Files.createSymbolicLink(target.resolve("app"), built);
    Files.writeString(target.resolve("deckhand.built"), System.getProperty("java.home") + "\n");
    cache = target.resolve("deckhand.aot");
    madeWith = target.resolve("deckhand.aot.jdk");
  }

  private record Ended(int code, String out, String err) {}

  private Ended deckhand(String cacheMode, String... arguments) throws Exception {
    var command = new ArrayList<>(List.of("bash", "./deckhand"));
    command.addAll(List.of(arguments));
    Path out = Files.createTempFile(folder, "out", ".txt");
    Path err = Files.createTempFile(folder, "err", ".txt");
    var builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectInput(Path.of("/dev/null").toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("JAVA_TOOL"));
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().put("DECKHAND_STATE", folder.resolve("state").toString());
    builder.environment().put("DECKHAND_CACHE", cacheMode);
    Process process = builder.start();
    try {
      assertThat(process.waitFor(300, TimeUnit.SECONDS)).as("ends within five minutes").isTrue();
      return new Ended(process.exitValue(), Files.readString(out), Files.readString(err));
    } finally {
      process.destroyForcibly();
    }
  }

  private void assertLists(Ended ended) {
    assertThat(ended.err()).isEmpty();
    assertThat(ended.code()).isZero();
    assertThat(ended.out()).contains("containers/first-container");
  }

  /** Reads the lesson again with the learner's values, which needs more of the jars than a pack. */
  @Test
  void aLearnerGetsNamesAndNumbersOfTheirOwn() throws Exception {
    Path script = Files.writeString(folder.resolve("script.txt"), "quit\n");
    Ended ended =
        deckhand(
            "now",
            "learn",
            "containers/fix-containers",
            "--seed",
            "4711",
            "--script",
            script.toString());

    assertThat(ended.err()).doesNotContain("Exception");
    assertThat(ended.out()).contains("from the seed 4711", "`8659`", "`8473`");
  }

  @Test
  void theCacheIsMadeOnceAndUsed() throws Exception {
    assertLists(deckhand("now", "lessons"));
    assertThat(cache).isNotEmptyFile();
    FileTime made = Files.getLastModifiedTime(cache);

    assertLists(deckhand("now", "lessons"));

    assertThat(Files.getLastModifiedTime(cache)).isEqualTo(made);
    try (var files = Files.list(target)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("app", "deckhand.built", "deckhand.aot", "deckhand.aot.jdk");
    }
  }

  @Test
  void aDamagedCacheIsPassedOverInSilence() throws Exception {
    deckhand("now", "lessons");
    byte[] whole = Files.readAllBytes(cache);

    Files.write(cache, Arrays.copyOf(whole, whole.length / 2));
    assertLists(deckhand("never", "lessons"));
    Files.writeString(cache, "no cache");
    assertLists(deckhand("never", "lessons"));
    Files.write(cache, new byte[0]);
    assertLists(deckhand("never", "lessons"));
  }

  @Test
  void theCacheOfAnotherJdkIsMadeAgain() throws Exception {
    Files.writeString(cache, "another JDK's");
    Files.writeString(madeWith, "/usr/lib/jvm/another \"25.0.1\"\n");

    assertLists(deckhand("never", "lessons"));
    assertThat(cache).hasContent("another JDK's");

    assertLists(deckhand("now", "lessons"));
    assertThat(Files.size(cache)).isGreaterThan(1_000_000);
    assertThat(madeWith).content().startsWith(System.getProperty("java.home"));
  }

  @Test
  void aCacheThatIsOlderThanTheJarsIsMadeAgain() throws Exception {
    deckhand("now", "lessons");
    var old = FileTime.from(Instant.EPOCH);
    Files.setLastModifiedTime(cache, old);

    assertLists(deckhand("now", "lessons"));

    assertThat(Files.getLastModifiedTime(cache)).isNotEqualTo(old);
  }

  @Test
  void whereNoCacheCanBeWrittenTheProgramStarts() throws Exception {
    // a folder in its place: permissions don't stop the superuser, as whom tests may run
    Files.createDirectories(cache.resolve("in-the-way"));

    assertLists(deckhand("now", "lessons"));
  }

  @Test
  void theVersionNeedsNoCache() throws Exception {
    Ended ended = deckhand("now", "--version");

    assertThat(ended.err()).isEmpty();
    assertThat(ended.out()).startsWith("deckhand ").hasLineCount(1);
    assertThat(cache).doesNotExist();
  }
}
