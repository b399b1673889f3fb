package dev.deckhand.lesson.pack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckhand.lesson.LessonId;
import dev.deckhand.lesson.Printed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrintedFileTest {

  private static final Printed PRINTED =
      new Printed(
          List.of(
              new Printed.Command("It runs", "docker ps", 0, "CONTAINER ID   IMAGE\n"),
              new Printed.Command("It ends", "docker logs -f bell", 130, "ding ☃\n")));

  @TempDir Path courses;

  private final PrintedFile files = new PrintedFile();
  private final LessonId lesson = new LessonId("containers", "bells");

  private Path file() {
    return PrintedFile.in(courses, lesson);
  }

  @Test
  void whatIsWrittenIsRead() throws IOException {
    files.write(file(), PRINTED);

    assertThat(file()).isEqualTo(courses.resolve("containers/printed/bells.json"));
    assertThat(files.read(file())).isEqualTo(PRINTED);
  }

  @Test
  void whatIsNotThereIsNothing() {
    assertThat(files.read(file())).isEqualTo(Printed.NOTHING);
  }

  @Test
  void whatIsNoSuchFileIsNothing() throws IOException {
    for (String other : List.of("", "[]", "{\"commands\": 3}", "{\"commands\": [{\"step\": 1}")) {
      Files.createDirectories(file().getParent());
      Files.writeString(file(), other);
      assertThat(files.read(file())).as(other).isEqualTo(Printed.NOTHING);
    }
  }

  @Test
  void aHugeFileIsNotRead() throws IOException {
    var long1 = new Printed.Command("It runs", "yes", 130, "y\n".repeat(PrintedFile.MOST_BYTES));
    files.write(file(), new Printed(List.of(long1)));

    assertThat(files.read(file())).isEqualTo(Printed.NOTHING);
  }

  @Test
  void aLinkIsNotFollowed() throws IOException {
    Path elsewhere = courses.resolve("elsewhere.json");
    files.write(elsewhere, PRINTED);
    Files.createDirectories(file().getParent());
    Files.createSymbolicLink(file(), elsewhere);

    assertThat(files.read(file())).isEqualTo(Printed.NOTHING);
  }
}
