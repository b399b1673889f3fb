package dev.deckhand.lesson.pack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckhand.lesson.LessonId;
import dev.deckhand.lesson.RecordedOutput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordedOutputFileTest {

  private static final RecordedOutput PRINTED =
      new RecordedOutput(
          List.of(
              new RecordedOutput.RecordedCommand(
                  "It runs", "docker ps", 0, "CONTAINER ID   IMAGE\n"),
              new RecordedOutput.RecordedCommand(
                  "It ends", "docker logs -f bell", 130, "ding ☃\n")));

  @TempDir Path courses;

  private final RecordedOutputFile files = new RecordedOutputFile();
  private final LessonId lesson = new LessonId("containers", "bells");

  private Path file() {
    return RecordedOutputFile.in(courses, lesson);
  }

  @Test
  void whatIsWrittenIsRead() throws IOException {
    files.write(file(), PRINTED);

    assertThat(file()).isEqualTo(courses.resolve("containers/printed/bells.json"));
    assertThat(files.read(file())).isEqualTo(PRINTED);
  }

  @Test
  void whatIsNotThereIsNothing() {
    assertThat(files.read(file())).isEqualTo(RecordedOutput.NONE);
  }

  @Test
  void whatIsNoSuchFileIsNothing() throws IOException {
    for (String other : List.of("", "[]", "{\"commands\": 3}", "{\"commands\": [{\"step\": 1}")) {
      Files.createDirectories(file().getParent());
      Files.writeString(file(), other);
      assertThat(files.read(file())).as(other).isEqualTo(RecordedOutput.NONE);
    }
  }

  @Test
  void aHugeFileIsNotRead() throws IOException {
    var long1 =
        new RecordedOutput.RecordedCommand(
            "It runs", "yes", 130, "y\n".repeat(RecordedOutputFile.MAX_BYTES));
    files.write(file(), new RecordedOutput(List.of(long1)));

    assertThat(files.read(file())).isEqualTo(RecordedOutput.NONE);
  }

  @Test
  void aLinkIsNotFollowed() throws IOException {
    Path elsewhere = courses.resolve("elsewhere.json");
    files.write(elsewhere, PRINTED);
    Files.createDirectories(file().getParent());
    Files.createSymbolicLink(file(), elsewhere);

    assertThat(files.read(file())).isEqualTo(RecordedOutput.NONE);
  }
}
