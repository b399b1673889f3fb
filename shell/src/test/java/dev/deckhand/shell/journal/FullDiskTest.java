package dev.deckhand.shell.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckhand.lesson.LessonId;
import dev.deckhand.session.journal.JournalEvent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A limit on the size of files stands in for a full disk: writes end short, then fail. */
@Timeout(60)
class FullDiskTest {

  @TempDir private Path folder;

  @Test
  void entryThatDoesNotFitLeavesNoPartOfItself() throws Exception {
    Path journal = folder.resolve("journal.jsonl");
    String java = ProcessHandle.current().info().command().orElse("java");
    var process =
        new ProcessBuilder(
                "bash",
                "-c",
                "ulimit -f 4; exec \"$0\" -XX:TieredStopAtLevel=1 -cp \"$1\" \"$2\" \"$3\"",
                java,
                System.getProperty("java.class.path"),
                Writer.class.getName(),
                journal.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(process.waitFor()).as(said).isEqualTo(Writer.FULL);
    String text = Files.readString(journal);
    assertThat(text).endsWith("\n");
    assertThat(text.lines()).allMatch(line -> line.startsWith("{") && line.endsWith("}}"));
    assertThat(new FileJournal(journal, Clock.systemUTC()).entries())
        .hasSize((int) text.lines().count());
  }

  /** Appends entries until there is no room. */
  static final class Writer {
    static final int FULL = 42;

    private Writer() {}

    public static void main(String[] arguments) {
      var journal = new FileJournal(Path.of(arguments[0]), Clock.systemUTC());
      try {
        for (int i = 0; i < 1000; i++) {
          journal.append("s", LessonId.of("a/b"), new JournalEvent.NoteAdded(1, "note " + i));
        }
      } catch (IOException full) {
        System.exit(FULL);
      }
    }
  }
}
