package dev.deckhand.shell.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionRoomsTest {

  @TempDir Path folder;

  @Test
  void aRoomIsForItsOwnerAlone() throws IOException {
    try (var held = rooms().open(folder.resolve("work"))) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(held.room().engine())))
          .isEqualTo("rwx------");
    }
  }

  @Test
  void aRoomIsGoneOnceItIsClosed() throws IOException {
    Path root;
    try (var held = rooms().open(folder.resolve("work"))) {
      root = held.room().root();
      assertThat(root).isDirectory();
    }
    assertThat(root).doesNotExist();
    assertThat(folder.resolve("run")).isEmptyDirectory();
  }

  @Test
  void aLiveSessionIsToldFromADeadOne() throws IOException {
    SessionRooms rooms = rooms();
    Files.createDirectories(folder.resolve("run/deadbeef"));
    Files.createFile(folder.resolve("run/deadbeef.lock"));
    try (var held = rooms.open(folder.resolve("work"))) {
      SessionRooms.Census census = rooms.census();
      assertThat(census.live()).containsExactly(held.room().id());
      assertThat(census.dead()).containsExactly("deadbeef");
      rooms.remove("deadbeef");
      rooms.remove(held.room().id());
      assertThat(held.room().root()).as("a live room is never removed").isDirectory();
      assertThat(folder.resolve("run/deadbeef")).doesNotExist();
    }
  }

  @Test
  void anotherProcessSeesThatASessionLives() throws Exception {
    try (var held = rooms().open(folder.resolve("work"))) {
      Path lock = folder.resolve("run").resolve(held.room().id() + ".lock");
      String java = ProcessHandle.current().info().command().orElse("java");
      var probe = folder.resolve("Probe.java");
      Files.writeString(
          probe,
          """
          import java.nio.channels.FileChannel;
          import java.nio.file.*;
          public class Probe {
            public static void main(String[] a) throws Exception {
              var channel = FileChannel.open(Path.of(a[0]), StandardOpenOption.WRITE);
              System.exit(channel.tryLock() == null ? 7 : 0);
            }
          }
          """);
      var other = new ProcessBuilder(java, probe.toString(), lock.toString());
      assertThat(other.start().waitFor()).isEqualTo(7);
      held.rooms().census();
      assertThat(other.start().waitFor()).as("a census does not give the lock away").isEqualTo(7);
    }
  }

  @Test
  void twoSessionsInOneLessonDoNotShareFiles() throws IOException {
    SessionRooms rooms = rooms();
    Path work = folder.resolve("work");
    try (var first = rooms.open(work);
        var second = rooms.open(work)) {
      assertThat(first.room().workspace()).isEqualTo(work);
      assertThat(second.room().workspace()).isNotEqualTo(work).isDirectory();
    }
    try (var third = rooms.open(work)) {
      assertThat(third.room().workspace()).isEqualTo(work);
    }
  }

  @Test
  void aLongPathDoesNotMakeASocketImpossible() throws IOException {
    Path deep = folder.resolve("d".repeat(90));
    var rooms = new SessionRooms(deep, folder.resolve("s"), new Random(1));
    try (var held = rooms.open(folder.resolve("work"))) {
      assertThat(held.room().root()).startsWith(folder.resolve("s"));
    }
  }

  @Test
  void theNewestDeadRoomThatFitsIsTakenOverByOneAlone() throws IOException {
    SessionRooms rooms = rooms();
    Path work = folder.resolve("work");
    String older = die(rooms, work, 1);
    String newer = die(rooms, work, 2);
    Files.createDirectories(folder.resolve("run/unmarked"));
    SessionRooms otherShell =
        new SessionRooms(folder.resolve("run"), folder.resolve("s"), new Random(2));
    try (var first = rooms.inherit(_ -> true).orElseThrow()) {
      assertThat(first.room().id()).isEqualTo(newer);
      assertThat(first.room().workspace()).isEqualTo(work);
      assertThat(first.mark().step()).isEqualTo(0);
      // the older one's files are the newer one's now
      assertThat(otherShell.inherit(_ -> true)).isEmpty();
      assertThat(otherShell.claim(newer)).as("a live room").isEmpty();
      assertThat(otherShell.claim(older)).isPresent();
    }
    assertThat(rooms.inherit(_ -> true)).as("it is closed").isEmpty();
  }

  @Test
  void aRoomWhoseFilesAreGoneOrThatDoesNotFitIsNotTakenOver() throws IOException {
    SessionRooms rooms = rooms();
    String dead = die(rooms, folder.resolve("work"), 1);
    assertThat(rooms.inherit(_ -> false)).isEmpty();
    Files.delete(folder.resolve("work"));
    assertThat(rooms.inherit(_ -> true)).isEmpty();
    assertThat(rooms.claim(dead)).as("it can be swept still").isPresent();
  }

  private static String die(SessionRooms rooms, Path work, int second) throws IOException {
    var held = rooms.open(work);
    var began = java.time.Instant.ofEpochSecond(second);
    var lesson = dev.deckhand.lesson.LessonId.of("a/b");
    BookmarkFile.in(held.room().root())
        .write(Bookmark.first("1", lesson, held.room().workspace(), began));
    held.letGo();
    return held.room().id();
  }

  private SessionRooms rooms() {
    return new SessionRooms(folder.resolve("run"), folder.resolve("s"), new Random(1));
  }
}
