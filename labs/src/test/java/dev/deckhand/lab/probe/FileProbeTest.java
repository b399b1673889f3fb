package dev.deckhand.lab.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckhand.check.Observation;
import dev.deckhand.check.Subject.WorkspaceFile;
import dev.deckhand.check.pattern.DataNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileProbeTest {

  @TempDir Path folder;
  private Path workspace;
  private FileProbe fileProbe;

  @BeforeEach
  void make() throws IOException {
    workspace = Files.createDirectory(folder.resolve("work"));
    fileProbe = new FileProbe(workspace);
  }

  private DataNode look(String path) {
    return ((Observation.Snapshot) fileProbe.observe(new WorkspaceFile(path))).objects().getFirst();
  }

  private void write(String path, String content) throws IOException {
    Path file = workspace.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);
  }

  @Test
  void seesTheContentAndTheDocumentsOfAFile() throws IOException {
    write("a/web.yaml", "kind: Pod\nports: [80]\n---\nkind: Service\nday: 2026-01-02\n");

    DataNode file = look("a/web.yaml");

    assertThat(file.at("exists").text()).isEqualTo("true");
    assertThat(file.at("content").text()).startsWith("kind: Pod\n");
    assertThat(((DataNode.Items) file.at("yaml")).items()).hasSize(2);
  }

  @Test
  void aFileThatIsNotThereIsSeenAsSuch() {
    assertThat(look("nothing").at("exists").text()).isEqualTo("false");
    assertThat(look("nothing").at("content")).isInstanceOf(DataNode.Absent.class);
    assertThat(fileProbe.causes(new WorkspaceFile("nothing"))).isEmpty();
  }

  @Test
  void aFolderIsThereAndHasNoContent() throws IOException {
    write("a/x", "x");

    assertThat(look("a").at("exists").text()).isEqualTo("true");
    assertThat(look("a").at("content")).isInstanceOf(DataNode.Absent.class);
    assertThat(fileProbe.causes(new WorkspaceFile("a"))).containsExactly("\"a\" is a folder.");
  }

  @Test
  void whatIsNoYamlSaysWhere() throws IOException {
    write("bad.yaml", "a: 1\nb: [\n");

    assertThat(look("bad.yaml").at("yaml")).isInstanceOf(DataNode.Absent.class);
    assertThat(fileProbe.causes(new WorkspaceFile("bad.yaml")).getFirst())
        .startsWith("\"bad.yaml\" is not YAML: line 3:");
  }

  @Test
  void aLinkLeadsNowhereOutside() throws IOException {
    Files.writeString(folder.resolve("secret"), "s3cret");
    Files.createSymbolicLink(workspace.resolve("link"), folder.resolve("secret"));

    assertThat(look("link").at("exists").text()).isEqualTo("false");
    assertThat(look("link").at("content")).isInstanceOf(DataNode.Absent.class);
    assertThat(fileProbe.causes(new WorkspaceFile("link")).getFirst())
        .contains("out of the workspace");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nd: [*c, *c, *c, *c]\n",
        "!!javax.script.ScriptEngineManager [x]",
        "? {a: b}\n: .inf\n",
        "a: &a {b: *a}\n",
        "\u0000",
        "- - - - -",
      })
  void hostileContentIsOnlyContent(String content) throws IOException {
    write("x", content);

    assertThat(look("x").at("exists").text()).isEqualTo("true");
  }

  @Test
  void aHugeFileIsReadInPart() throws IOException {
    write("big", "x".repeat(3 << 20));

    assertThat(look("big").at("content").text()).hasSize(256 * 1024);
  }
}
