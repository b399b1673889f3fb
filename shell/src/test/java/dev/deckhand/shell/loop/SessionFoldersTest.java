package dev.deckhand.shell.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SessionFoldersTest {

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"x y", "x:y", "x'y", "ü"})
  void aPathThatLabsCannotUseIsReplaced(String name) throws IOException {
    Path plain = folder.resolve("plain");
    var folders = new SessionFolders(folder.resolve(name), plain, new Random(1));

    try (var lockedFolder = folders.open(folder.resolve("work"))) {
      assertThat(lockedFolder.folder().root()).hasParent(plain);
    }
  }

  @Test
  void aRoomIsForItsOwnerAlone() throws IOException {
    try (var lockedFolder = rooms().open(folder.resolve("work"))) {
      assertThat(
              PosixFilePermissions.toString(
                  Files.getPosixFilePermissions(lockedFolder.folder().engine())))
          .isEqualTo("rwx------");
    }
  }

  @Test
  void aRoomIsGoneOnceItIsClosed() throws IOException {
    Path root;
    try (var lockedFolder = rooms().open(folder.resolve("work"))) {
      root = lockedFolder.folder().root();
      assertThat(root).isDirectory();
    }
    assertThat(root).doesNotExist();
    assertThat(folder.resolve("run")).isEmptyDirectory();
  }

  @Test
  void aLiveSessionIsToldFromADeadOne() throws IOException {
    SessionFolders sessionFolders = rooms();
    Files.createDirectories(folder.resolve("run/deadbeef"));
    Files.createFile(folder.resolve("run/deadbeef.lock"));
    try (var lockedFolder = sessionFolders.open(folder.resolve("work"))) {
      SessionFolders.SessionStates sessionStates = sessionFolders.sessionStates();
      assertThat(sessionStates.live()).containsExactly(lockedFolder.folder().id());
      assertThat(sessionStates.dead()).containsExactly("deadbeef");
    }
  }

  @Test
  void anotherProcessSeesThatASessionLives() throws Exception {
    try (var lockedFolder = rooms().open(folder.resolve("work"))) {
      Path lock = folder.resolve("run").resolve(lockedFolder.folder().id() + ".lock");
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
      lockedFolder.owner().sessionStates();
      assertThat(other.start().waitFor()).as("a census does not give the lock away").isEqualTo(7);
    }
  }

  @Test
  void twoSessionsInOneLessonDoNotShareFiles() throws IOException {
    SessionFolders sessionFolders = rooms();
    Path work = folder.resolve("work");
    try (var first = sessionFolders.open(work);
        var second = sessionFolders.open(work)) {
      assertThat(first.folder().workspace()).isEqualTo(work);
      assertThat(second.folder().workspace()).isNotEqualTo(work).isDirectory();
    }
    try (var third = sessionFolders.open(work)) {
      assertThat(third.folder().workspace()).isEqualTo(work);
    }
  }

  @Test
  void aLongPathDoesNotMakeASocketImpossible() throws IOException {
    Path deep = folder.resolve("d".repeat(90));
    var sessionFolders = new SessionFolders(deep, folder.resolve("s"), new Random(1));
    try (var lockedFolder = sessionFolders.open(folder.resolve("work"))) {
      assertThat(lockedFolder.folder().root()).startsWith(folder.resolve("s"));
    }
  }

  @Test
  void theNewestDeadRoomThatFitsIsTakenOverByOneAlone() throws IOException {
    SessionFolders sessionFolders = rooms();
    Path work = folder.resolve("work");
    String older = abandonSession(sessionFolders, work, 1);
    String newer = abandonSession(sessionFolders, work, 2);
    Files.createDirectories(folder.resolve("run/unmarked"));
    SessionFolders otherShell =
        new SessionFolders(folder.resolve("run"), folder.resolve("s"), new Random(2));
    try (var first = sessionFolders.adopt(_ -> true).orElseThrow()) {
      assertThat(first.folder().id()).isEqualTo(newer);
      assertThat(first.folder().workspace()).isEqualTo(work);
      assertThat(first.requireBookmark().step()).isEqualTo(0);
      // the older one's files are the newer one's now
      assertThat(otherShell.adopt(_ -> true)).isEmpty();
      assertThat(otherShell.claim(newer)).as("a live room").isEmpty();
      assertThat(otherShell.claim(older)).isPresent();
    }
    assertThat(sessionFolders.adopt(_ -> true)).as("it is closed").isEmpty();
  }

  @Test
  void aRoomWhoseFilesAreGoneOrThatDoesNotFitIsNotTakenOver() throws IOException {
    SessionFolders sessionFolders = rooms();
    String dead = abandonSession(sessionFolders, folder.resolve("work"), 1);
    assertThat(sessionFolders.adopt(_ -> false)).isEmpty();
    Files.delete(folder.resolve("work"));
    assertThat(sessionFolders.adopt(_ -> true)).isEmpty();
    assertThat(sessionFolders.claim(dead)).as("it can be swept still").isPresent();
  }

  private static String abandonSession(SessionFolders sessionFolders, Path work, int second)
      throws IOException {
    var lockedFolder = sessionFolders.open(work);
    var began = java.time.Instant.ofEpochSecond(second);
    var lesson = dev.deckhand.lesson.LessonId.of("a/b");
    BookmarkFile.in(lockedFolder.folder().root())
        .write(Bookmark.initial("1", lesson, lockedFolder.folder().workspace(), began));
    lockedFolder.unlock();
    return lockedFolder.folder().id();
  }

  private SessionFolders rooms() {
    return new SessionFolders(folder.resolve("run"), folder.resolve("s"), new Random(1));
  }
}
