package dev.deckhand.shell.loop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckhand.check.Observation;
import dev.deckhand.check.Subject;
import dev.deckhand.check.pattern.DataNode;
import dev.deckhand.lesson.LessonId;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BookmarkFileTest {

  private static final Bookmark FIRST =
      Bookmark.initial("1", LessonId.of("a/b"), Path.of("/work"), Instant.EPOCH);

  @TempDir private Path room;

  @Test
  void everyKindOfSubjectAndObservationComesBackAsItWas() throws IOException {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("text", "\u2603 \"quoted\"");
    fields.put("whole", 3);
    fields.put("part", new BigDecimal("1.50"));
    fields.put("flag", true);
    fields.put("nothing", null);
    fields.put("list", List.of(Map.of("type", "Text"), 1, "two"));
    List<Subject> subjects =
        List.of(
            new Subject.KubernetesObject("v1", "Pod", null, null, Map.of("app", "web")),
            new Subject.DockerObject(Subject.DockerKind.VOLUME, "data", Map.of()),
            new Subject.HelmRelease("web", null),
            new Subject.HttpAnswer("http://web"),
            new Subject.Execution(Subject.Execution.Location.POD, "web", List.of("sh", "-c", "ls")),
            new Subject.WorkspaceFile("a/b.txt"),
            new Subject.JavaVariable("x"));
    assertThat(subjects).hasSize(Subject.class.getPermittedSubclasses().length);
    Map<Subject, Observation> before = new LinkedHashMap<>();
    subjects.forEach(
        subject -> before.put(subject, new Observation.Snapshot(List.of(DataNode.of(fields)))));
    before.put(subjects.getLast(), new Observation.Unreachable("no way", "look"));

    Bookmark mark = FIRST.withStep(3, true, before);
    file().write(mark);
    assertThat(file().read()).contains(mark);
  }

  @Test
  void whatCannotBeUnderstoodIsNoBookmark() throws IOException {
    assertThat(file().read()).isEmpty();
    for (String text :
        List.of("", "{}", "[1]", "{\"form\":2}", "{\"form\":1,\"lesson\":\"../..\"}", "{\"fo")) {
      Files.writeString(file().file(), text);
      assertThat(file().read()).as(text).isEmpty();
    }
  }

  private BookmarkFile file() {
    return BookmarkFile.in(room);
  }
}
