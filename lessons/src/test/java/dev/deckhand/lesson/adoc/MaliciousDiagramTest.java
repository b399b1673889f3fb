package dev.deckhand.lesson.adoc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckhand.lesson.adoc.diagram.DiagramRenderer.Rendering;
import dev.deckhand.lesson.adoc.diagram.PlantUmlRenderer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Diagrams that want to read what is not theirs, or more time and memory than there is: the reader
 * refuses them by what is written, and PlantUML alone, should they get past it, gives nothing away.
 */
@ExtendWith(SharedCompilerExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MaliciousDiagramTest {

  private static final String SECRET = "LEAKED";
  private static final String BEFORE = "= T\n\n== S\n\n.D\n[plantuml.diagram]\n----\n";
  private static final int LINES_BEFORE = 7;

  private final CompilerFixture compilerFixture;
  private final PlantUmlRenderer alone = PlantUmlRenderer.onClassPath();
  private final ServerSocket server;
  private String file = "";

  MaliciousDiagramTest(CompilerFixture compilerFixture) throws IOException {
    this.compilerFixture = compilerFixture;
    this.server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
  }

  @BeforeAll
  void secret(@TempDir Path folder) throws IOException {
    file = Files.writeString(folder.resolve("secret.txt"), "A -> B : " + SECRET + "\n").toString();
  }

  @AfterAll
  void nobodyCalled() throws IOException {
    alone.close();
    server.setSoTimeout(1);
    try (ServerSocket closing = server) {
      org.assertj.core.api.Assertions.assertThatThrownBy(closing::accept)
          .isInstanceOf(SocketTimeoutException.class);
    }
  }

  /** Texts whose last line is the one that may not stand there; FILE and URL are filled in. */
  static Stream<String> hostile() {
    return Stream.of(
        "!include FILE",
        "A -> B : x\n  !include FILE",
        "\u00a0!include FILE",
        "\u200b!include FILE",
        "!import FILE",
        "!includesub FILE!X",
        "!include_many FILE",
        "!includeurl URL",
        "!include <C4/C4_Container>",
        "!theme plain from URL",
        "!$a = 1",
        "!pragma svginteractive true",
        "!while 1",
        "/' x '/ !include FILE",
        "A -> B : x /' y",
        "A -> B : %load_json(\"FILE\")",
        "A -> B : %LOAD_JSON (\"FILE\")",
        "A -> B : %getenv(\"PATH\")",
        "A -> B : %getenv\u00a0(\"PATH\")",
        "A -> B : %file_exists(\"FILE\")",
        "A -> B : %call_user_func(\"%getenv\", \"PATH\")",
        "A -> B : <img:FILE>",
        "A -> B : <img:URL>",
        "A -> B : <IMG src=URL>",
        "A -> B : [[URL x]]",
        "A -> B : <$printer>",
        "{{json",
        "A -> B : x {{ y }}",
        "sprite $s FILE",
        "skinparam handwritten true",
        "scale 100000",
        "A -> B : <size:100000>x",
        "@enduml",
        " @startuml",
        "A -> B : x @enduml",
        "A -> B : \u0000",
        "A -> B : \u001b[2J",
        "A -> B : " + "x".repeat(300));
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void theFindingNamesTheLine(String text) throws IOException {
    String source = filled(text);
    CompiledLesson compiled = compilerFixture.compile(BEFORE + source + "\n----\n");
    int line = LINES_BEFORE + Math.toIntExact(source.lines().count());
    assertThat(compiled.findings())
        .anySatisfy(lintFinding -> {
          assertThat(lintFinding.isError()).isTrue();
          assertThat(lintFinding.place().line()).isEqualTo(line);
        });
    assertThat(compiled.pictures()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void evenPastTheReaderNothingIsGivenAway(String text) {
    String source = filled(text);
    Rendering rendering =
        alone.render(Stream.concat(Stream.of("A -> B : 1"), source.lines()).toList());
    if (rendering instanceof Rendering.Rendered(var _, var letters)) {
      assertThat(letters).noneMatch(line -> line.contains(SECRET) || line.contains("/bin"));
    } else {
      assertThat(rendering).isInstanceOf(Rendering.Rejected.class);
    }
    assertThat(alone.render(List.of("you -> daemon : next")))
        .isInstanceOfSatisfying(
            Rendering.Rendered.class,
            next -> assertThat(next.asciiArt()).anyMatch(line -> line.contains("next")));
  }

  /** What the reader would refuse, and what it would not. */
  static Stream<List<String>> greedy() {
    return Stream.of(
        List.of("!while 1", "A -> B : x", "!endwhile"),
        List.of("!function $f($x)", "!return $f($x) + $f($x)", "!endfunction", "A -> B : $f(1)"),
        List.of("!procedure $p()", "$p()", "$p()", "!endprocedure", "$p()"),
        Collections.nCopies(1_000, "A -> B : and so on"),
        Stream.iterate(0, n -> n + 1).limit(300).map(n -> "A" + n + " -> B : x").toList(),
        List.of("rectangle \"" + "<size:9999>W".repeat(10) + "\" as w"),
        Collections.nCopies(99, "rectangle a {"),
        Collections.nCopies(90, "rectangle \"" + "x ".repeat(90) + "\""),
        Stream.iterate(0, n -> n + 1)
            .limit(90)
            .map(n -> "(" + n % 10 + ") --> (" + n / 9 + ")")
            .toList());
  }

  @ParameterizedTest
  @MethodSource("greedy")
  void whatAsksForTooMuchEndsAndLeavesTheNextAlone(List<String> source) {
    Rendering rendering = alone.render(source);
    assertThat(rendering).isNotInstanceOf(Rendering.Unavailable.class);
    if (rendering instanceof Rendering.Rendered(var image, var _)) {
      assertThat(List.of(image.width(), image.height())).allMatch(side -> side <= 3_000);
    }
    assertThat(alone.render(List.of("you -> daemon : next")))
        .isInstanceOf(Rendering.Rendered.class);
  }

  @Test
  void whatPlantUmlDoesNotSurviveIsTheLessonsFaultAndNotTheMachines() {
    Rendering rendering =
        alone.render(
            Arrays.asList("!function $f($x)", "!return $f($x)", "!endfunction", "A:$f(1)"));
    assertThat(rendering).isInstanceOf(Rendering.Rejected.class);
  }

  private String filled(String text) {
    return text.replace("FILE", file)
        .replace("URL", "http://127.0.0.1:" + server.getLocalPort() + "/x.puml");
  }
}
