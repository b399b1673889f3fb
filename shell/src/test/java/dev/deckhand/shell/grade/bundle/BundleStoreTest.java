package dev.deckhand.shell.grade.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.deckhand.lesson.Lesson;
import dev.deckhand.shell.grade.FaultyCalls;
import dev.deckhand.shell.grade.run.GradingFixtures;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bundles of a class, their chain, and the key that signs them. */
class BundleStoreTest {

  private static final Lesson LESSON = GradingFixtures.threeSteps();

  @TempDir private Path folder;
  private GraderKey key;
  private Path results = Path.of("");
  private Path chain = Path.of("");

  @BeforeEach
  void grade() throws IOException, InterruptedException {
    key = GraderKey.in(folder.resolve("key"));
    results = folder.resolve("results");
    chain = results.resolve(BundleStore.CHAIN);
    for (String name : List.of("anna", "ben", "carl", "ben")) {
      store().add(content(name));
    }
  }

  private BundleStore store() throws IOException {
    return BundleStore.in(results, false, key);
  }

  private BundleContent content(String name) throws IOException, InterruptedException {
    Path submission = GradingFixtures.submission(folder, name, Map.of("step-1.sh", "scale 2\n"));
    try (var labs = GradingFixtures.labs(folder, FaultyCalls.none(), false)) {
      return GradingFixtures.job(folder, LESSON, labs)
          .grade(GradingFixtures.read(submission), GradingFixtures.NOW)
          .bundle()
          .orElseThrow();
    }
  }

  private List<String> problems() throws IOException {
    return ChainCheck.of(results).problems();
  }

  @Test
  void aChainIsWholeWithTheBundlesThatWereReplaced() throws IOException {
    assertThat(problems()).isEmpty();
    assertThat(ChainCheck.of(results).files()).containsOnlyKeys("anna", "ben", "carl");
    assertThat(results.resolve("ben/bundle-1.txt")).exists();
    assertThat(store().find("ben").orElseThrow().content().previous())
        .isEqualTo(store().find("carl").orElseThrow().hash());
  }

  @Test
  void aLineThatIsRemovedDoubledOrMovedIsDetected() throws IOException {
    List<String> lines = Files.readAllLines(chain);
    for (int i = 0; i < lines.size(); i++) {
      var fewer = new ArrayList<>(lines);
      fewer.remove(i);
      Files.write(chain, fewer);
      assertThat(problems()).as("without line %d", i).isNotEmpty();
      var more = new ArrayList<>(lines);
      more.add(i, lines.get(i));
      Files.write(chain, more);
      assertThat(problems()).as("line %d twice", i).isNotEmpty();
      for (int j = 0; j < i; j++) {
        var moved = new ArrayList<>(lines);
        moved.add(j, moved.remove(i));
        Files.write(chain, moved);
        assertThat(problems()).as("line %d at %d", i, j).isNotEmpty();
      }
    }
    Files.write(chain, lines);
    assertThat(problems()).isEmpty();
  }

  @Test
  void swappedAndRemovedBundlesAreDetected() throws IOException {
    Path anna = results.resolve("anna/bundle.txt");
    Path carl = results.resolve("carl/bundle.txt");
    Path other = folder.resolve("other");
    Files.move(anna, other);
    assertThat(problems()).hasSize(1);
    Files.move(carl, anna);
    Files.move(other, carl);
    assertThat(problems()).hasSize(2);
    assertThat(store().find("anna")).isEmpty();
  }

  @Test
  void hostileLinesOfAChainReachNoOtherFile() throws IOException {
    String hash = store().find("anna").orElseThrow().hash();
    for (String name : List.of("../results/anna", "..", ".", "/etc", "a\u001b[31m", "a\0b")) {
      Files.writeString(chain, hash + " " + name + "\n");
      assertThat(ChainCheck.of(results).files()).isEmpty();
      assertThat(problems()).first().asString().contains("isn't a hash and a name");
      assertThat(String.join("", problems())).doesNotContain("\u001b", "\0");
    }
  }

  @Test
  void aWriterThatIsKilledBetweenAnyTwoWritesLosesNothing()
      throws IOException, InterruptedException {
    String before = store().find("ben").orElseThrow().hash();
    BundleContent next = content("ben");
    byte[] whole = Files.readAllBytes(chain);
    // killed after the old bundle was copied, and the new one written, but not its line
    Path file = store().fileOf("ben");
    Files.copy(file, file.resolveSibling(BundleStore.oldFile(2)));
    Files.write(file, Bundle.sign(next.after(before), key).toBytes());
    assertThat(store().find("ben").orElseThrow().hash()).isEqualTo(before);
    // killed in the middle of the line, at each of its bytes
    byte[] line = ("0".repeat(64) + " ben").getBytes(StandardCharsets.US_ASCII);
    for (int length = 1; length <= line.length; length++) {
      byte[] torn = Arrays.copyOf(whole, whole.length + length);
      System.arraycopy(line, 0, torn, whole.length, length);
      Files.write(chain, torn);
      assertThat(store().find("ben").orElseThrow().hash()).isEqualTo(before);
    }
    Bundle added = store().add(next);
    assertThat(added.content().previous()).isEqualTo(before);
    assertThat(problems()).isEmpty();
    assertThat(store().find("ben")).contains(added);
  }

  @Test
  void aBundleThatCannotBeWrittenLeavesTheOneBefore() throws IOException, InterruptedException {
    BundleContent next = content("ben");
    String before = store().find("ben").orElseThrow().hash();
    Path file = store().fileOf("ben");
    Path kept = folder.resolve("kept");
    Files.move(file, kept, StandardCopyOption.ATOMIC_MOVE);
    // a folder that isn't empty can't be replaced by a file, whoever asks for it
    Files.createDirectories(file.resolve("full"));
    assertThatThrownBy(() -> store().add(next)).isInstanceOf(IOException.class);
    Files.delete(file.resolve("full"));
    Files.delete(file);
    Files.move(kept, file);
    assertThat(store().find("ben").orElseThrow().hash()).isEqualTo(before);
    assertThat(problems()).isEmpty();
  }

  @Test
  void manyThatMakeTheKeyAtTheSameMomentEndWithOne() throws Exception {
    Path shared = folder.resolve("shared");
    try (var threads = Executors.newFixedThreadPool(8)) {
      List<Callable<String>> makers =
          Collections.nCopies(16, () -> GraderKey.in(shared).publicKey());
      var keys = new ArrayList<String>();
      for (Future<String> made : threads.invokeAll(makers)) {
        keys.add(made.get());
      }
      assertThat(keys).containsOnly(GraderKey.in(shared).publicKey());
    }
    try (var files = Files.list(shared)) {
      assertThat(files).hasSize(1);
    }
  }

  @Test
  void onlyItsOwnerReadsTheKeyAndADamagedOneIsSaid() throws IOException {
    Path home = folder.resolve("key");
    Path file = home.resolve("key");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home)))
        .isEqualTo("rwx------");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    assertThatThrownBy(() -> GraderKey.in(home))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("may be read by others (rw-r--r--)");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    List<String> lines = Files.readAllLines(file);
    String foreign = GraderKey.in(folder.resolve("other")).publicKey();
    for (String damaged :
        List.of(
            "",
            "x",
            "00\n00\n",
            lines.get(0),
            lines.get(0) + "\n" + foreign + "\n",
            lines.get(0).substring(2) + "\n" + lines.get(1) + "\n",
            "0".repeat(5000))) {
      Files.writeString(file, damaged);
      assertThatThrownBy(() -> GraderKey.in(home)).isInstanceOf(IOException.class);
    }
  }
}
