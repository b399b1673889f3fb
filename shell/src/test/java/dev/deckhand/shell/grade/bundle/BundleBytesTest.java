package dev.deckhand.shell.grade.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.deckhand.grade.Grade;
import dev.deckhand.grade.Outcome;
import dev.deckhand.grade.StepGrade;
import dev.deckhand.grade.TaskGrade;
import dev.deckhand.lesson.Lesson;
import dev.deckhand.shell.grade.FaultyCalls;
import dev.deckhand.shell.grade.run.GradingFixtures;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bundles as bytes: whole or refused. */
class BundleBytesTest {

  private static final Lesson LESSON = GradingFixtures.threeSteps();

  @TempDir private Path folder;
  private GraderKey key;
  private Bundle bundle;
  private byte[] file;

  @BeforeEach
  void make() throws IOException, InterruptedException {
    key = GraderKey.in(folder.resolve("key"));
    Path submission =
        GradingFixtures.submission(
            folder, "anna", Map.of("step-1.sh", "scale 2\n", "step-2.sh", "scale 9\n"));
    try (var labs = GradingFixtures.labs(folder, FaultyCalls.none(), false)) {
      BundleContent content =
          GradingFixtures.job(folder, LESSON, labs)
              .grade(GradingFixtures.read(submission), GradingFixtures.NOW)
              .bundle()
              .orElseThrow();
      bundle = Bundle.sign(content, key);
      file = bundle.toBytes();
    }
  }

  private static BundleVerifier verifier(String key) {
    return new BundleVerifier(new OneLesson(LESSON), GradingFixtures.JUDGE, key);
  }

  @Test
  void aWholeBundleIsValidAndItsPointsAreThoseOfItsEvidence() {
    assertThat(verifier(key.publicKey()).verify(file))
        .isInstanceOfSatisfying(
            BundleVerifier.Result.Valid.class,
            valid -> {
              assertThat(valid.bundle()).isEqualTo(bundle);
              assertThat(valid.bundle().content().grade().score().earned().intValue()).isEqualTo(1);
            });
  }

  @Test
  void everyChangedBitIsDetected() {
    assertThat(file.length).isGreaterThan(2000);
    for (int bit = 0; bit < file.length * 8; bit++) {
      byte[] changed = file.clone();
      changed[bit / 8] ^= (byte) (1 << bit % 8);
      if (isRead(changed)) {
        throw new AssertionError("bit " + bit + " was changed, and nobody noticed");
      }
    }
  }

  @Test
  void everyTruncationAndWhateverIsAppendedIsDetected() {
    for (int length = 0; length < file.length; length++) {
      assertThat(isRead(Arrays.copyOf(file, length))).as("length %d", length).isFalse();
    }
    for (String more : List.of("\n", " ", "x", "\0")) {
      byte[] longer = Arrays.copyOf(file, file.length + 1);
      longer[file.length] = more.getBytes(StandardCharsets.US_ASCII)[0];
      assertThat(isRead(longer)).isFalse();
    }
  }

  private static boolean isRead(byte[] bytes) {
    try {
      Bundle.read(bytes);
      return true;
    } catch (IOException refused) {
      return false;
    }
  }

  @Test
  void aBundleOfAnotherGraderIsWholeButForeign() throws IOException {
    GraderKey other = GraderKey.in(folder.resolve("other"));
    byte[] foreign = Bundle.sign(bundle.content(), other).toBytes();
    assertThat(verifier(key.publicKey()).verify(foreign))
        .isInstanceOf(BundleVerifier.Result.ForeignKey.class);
  }

  @Test
  void morePointsThanTheEvidenceGivesAreDetectedEvenIfTheyAreSigned() {
    Grade grade = bundle.content().grade();
    var raised =
        new Grade(
            grade.lesson(),
            grade.lessonTitle(),
            grade.submission(),
            grade.steps().stream().map(BundleBytesTest::allPassed).toList(),
            grade.deductions(),
            grade.remarks());
    byte[] forged = Bundle.sign(bundle.content().regraded("1.0", LESSON, raised), key).toBytes();
    assertThat(verifier(key.publicKey()).verify(forged))
        .isInstanceOfSatisfying(
            BundleVerifier.Result.OtherGrade.class,
            other -> assertThat(other.again().score()).isEqualTo(grade.score()));
  }

  private static StepGrade allPassed(StepGrade step) {
    return new StepGrade(
        step.number(),
        step.title(),
        step.tasks().stream()
            .map(task ->
                new TaskGrade(
                    task.id(),
                    task.kind(),
                    task.title(),
                    task.weight(),
                    task.hidden(),
                    new Outcome.Passed()))
            .toList(),
        step.remarks());
  }

  @Test
  void hostileContentsOfForeignGradersAreRefusedWithAReason() {
    String deep = "[".repeat(200_000) + "]".repeat(200_000);
    String line = new String(file, StandardCharsets.UTF_8).lines().findFirst().orElseThrow();
    assertThat(line).contains("\"format\":1,", "\"order\":[1,2,3]", "\"weight\":1");
    for (String content :
        List.of(
            "",
            "null",
            "{}",
            "[]",
            deep,
            "{\"format\":" + "9".repeat(100_000) + "}",
            line.replace("\"format\":1", "\"format\":2147483648"),
            line.replace("\"format\":1", "\"format\":2"),
            line.replace("\"format\":1", "\"format\":1,\"more\":" + deep),
            line.replace("\"format\":1", "\"format\":1e999999999"),
            line.replace("\"order\":[1,2,3]", "\"order\":[1,2,null]"),
            line.replace("\"order\":[1,2,3]", "\"order\":null"),
            line.replace("\"order\":[1,2,3]", "\"order\":[1,1,1]"),
            line.replace("\"weight\":1", "\"weight\":-1"),
            line + " ")) {
      assertThatThrownBy(() -> Bundle.read(signed(content)))
          .as("%.60s", content)
          .isInstanceOf(IOException.class);
    }
  }

  private byte[] signed(String line) {
    byte[] content = (line + "\n").getBytes(StandardCharsets.UTF_8);
    String hash = HexFormat.of().formatHex(sha256(content));
    String seal =
        hash + " " + key.publicKey() + " " + key.sign(HexFormat.of().parseHex(hash)) + "\n";
    byte[] all = Arrays.copyOf(content, content.length + seal.length());
    System.arraycopy(
        seal.getBytes(StandardCharsets.US_ASCII), 0, all, content.length, seal.length());
    return all;
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  @Test
  void aFileThatIsTooLargeIsRefusedBeforeItIsHashed() throws IOException {
    Path large = folder.resolve("large");
    try (var sparse = new RandomAccessFile(large.toFile(), "rw")) {
      sparse.setLength(Bundle.MAX_BYTES + 1L);
    }
    assertThatThrownBy(() -> Bundle.read(large)).hasMessageContaining("larger than 64 MiB");
    Files.delete(large);
  }

  @Test
  void localeAndZoneDontMatter() throws IOException {
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    try {
      for (String language : List.of("tr-TR", "ar-EG-u-nu-arab", "th-TH-u-ca-buddhist", "de-DE")) {
        Locale.setDefault(Locale.forLanguageTag(language));
        TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
        assertThat(Bundle.read(file).toBytes()).isEqualTo(file);
        assertThat(Bundle.sign(bundle.content(), key).toBytes()).isEqualTo(file);
        assertThat(verifier(key.publicKey()).verify(file))
            .isInstanceOf(BundleVerifier.Result.Valid.class);
      }
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
    }
  }
}
