package dev.deckhand.shell.repl.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.deckhand.lab.NameQuery;
import dev.deckhand.shell.repl.VirtualScreen;
import dev.deckhand.shell.repl.complete.Completion;
import dev.deckhand.shell.repl.complete.FakeCompletionWorkspace;
import dev.deckhand.shell.repl.edit.PromptLineSource.TypedLine;
import dev.deckhand.shell.view.prompt.BuiltinDescriptions;
import dev.deckhand.shell.view.style.TextBundle;
import dev.deckhand.shell.view.style.Theme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jline.reader.EndOfFileException;
import org.jline.reader.UserInterruptException;
import org.jline.utils.AttributedString;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine.Model.CommandSpec;

/** The line editor as its user sees it: keys in, a screen out. */
class LearnerLineReaderTest {

  private static final String RIGHT = "\033[C";
  private static final String END = "\033[F";
  private static final String UP = "\033[A";
  private static final String DOWN = "\033[B";
  private static final String CTRL_A = "\001";
  private static final String CTRL_C = "\003";
  private static final String CTRL_D = "\004";
  private static final String CTRL_O = "\017";
  private static final String CTRL_R = "\022";
  private static final String ENTER = "\r";

  @TempDir private Path root;
  private final CommandOffers commandOffers = CommandOffers.forShell();
  private final CommandOffers javaOffers = CommandOffers.forJava();
  private VirtualScreen screen;
  private FakeCompletionWorkspace fakeCompletionWorkspace;
  private Path history;

  @BeforeEach
  void open() throws IOException {
    screen = new VirtualScreen(60, 12);
    fakeCompletionWorkspace =
        new FakeCompletionWorkspace(root).has(new NameQuery.Containers(false), "lamp", "oil");
    history = root.resolve("history");
  }

  @AfterEach
  void close() throws IOException {
    screen.close();
  }

  private LearnerLineReader reader(Theme theme) {
    return editor(theme)
        .shellReader(
            history,
            new Completion(
                fakeCompletionWorkspace,
                BuiltinDescriptions.from(TextBundle.english()),
                List::of,
                CommandSpec::create));
  }

  private LineEditorFactory editor(Theme theme) {
    return new LineEditorFactory(
        screen.terminal(), theme, commandOffers, javaOffers, new UserDefinedCommands());
  }

  private CompletableFuture<String> reading(Theme theme) {
    LearnerLineReader reader = reader(theme);
    return CompletableFuture.supplyAsync(() -> reader.readLine("$ "));
  }

  private void remember(String... lines) throws IOException {
    Files.writeString(
        history,
        IntStream.range(0, lines.length)
            .mapToObj(i -> (1000 + i) + ":" + lines[i].replace("\n", "\\n") + "\n")
            .collect(Collectors.joining()));
  }

  @Test
  void theStepsNextCommandStandsBehindTheCursorAndOneKeyTakesIt() throws Exception {
    commandOffers.update(SampleSessions.showing("docker ps", "docker images"));
    CompletableFuture<String> line = reading(Theme.dark());

    screen.await("$ docker ps").press(RIGHT).press(ENTER);

    assertThat(VirtualScreen.within(line)).isEqualTo("docker ps");
  }

  @Test
  void whatStandsBehindTheCursorIsNotTypedYet() throws Exception {
    commandOffers.update(SampleSessions.showing("docker ps"));
    CompletableFuture<String> line = reading(Theme.dark());

    screen.await("$ docker ps").press(ENTER);

    assertThat(VirtualScreen.within(line)).isEmpty();
    screen.await(lines -> !lines.contains("$ docker ps"), "a line without the suggestion");
  }

  @Test
  void whatWasRunIsNotOfferedAgain() throws Exception {
    commandOffers.update(SampleSessions.showing("docker ps", "docker images"));
    commandOffers.recordRun(new TypedLine.ShellLine("docker ps"));
    CompletableFuture<String> line = reading(Theme.dark());

    screen.await("$ docker images").press("docker i" + END + ENTER);

    assertThat(VirtualScreen.within(line)).isEqualTo("docker images");
  }

  @Test
  void eachPromptHasItsOwnLinesOfTheText() throws Exception {
    var step =
        SampleSessions.showing("docker ps", "java", "int x = 1;", "x", "/exit", "docker images");
    commandOffers.update(step);
    javaOffers.update(step);
    for (TypedLine typed :
        List.of(
            new TypedLine.ShellLine("docker ps"),
            new TypedLine.JavaSnippet("int x = 1;"),
            new TypedLine.ShellLine("java"))) {
      commandOffers.recordRun(typed);
      javaOffers.recordRun(typed);
    }
    assertThat(commandOffers.next()).contains("docker images");

    LearnerLineReader reader = editor(Theme.dark()).javaReader(history);
    var line = CompletableFuture.supplyAsync(() -> reader.readLine("java> "));
    screen.await("java> x").press(CTRL_O).press(ENTER);

    assertThat(VirtualScreen.within(line)).isEqualTo("x");
  }

  @Test
  void withoutColoursASuggestionStandsInBrackets() throws Exception {
    commandOffers.update(SampleSessions.showing("docker ps"));
    CompletableFuture<String> line = reading(Theme.monochrome());

    screen.await("$ [docker ps]").press("doc").await("$ doc[ker ps]").press(RIGHT + ENTER);

    assertThat(VirtualScreen.within(line)).isEqualTo("docker ps");
  }

  @Test
  void aPlainTerminalShowsNoneAndTheKeyBringsItAllTheSame() throws Exception {
    commandOffers.update(SampleSessions.showing("docker ps"));
    CompletableFuture<String> line = reading(Theme.plain());

    screen.await("$").press("x").await("$ x").press(CTRL_O).await("$ docker ps").press(ENTER);

    assertThat(VirtualScreen.within(line)).isEqualTo("docker ps");
  }

  @Test
  void oneKeyGoesThroughTheStepsCommands() throws Exception {
    commandOffers.update(SampleSessions.showing("docker ps", "cat <<E\nx\nE"));
    CompletableFuture<String> line = reading(Theme.dark());

    screen.await("$ docker ps").press(CTRL_O + CTRL_O).await("> E").press(ENTER);

    assertThat(VirtualScreen.within(line)).isEqualTo("cat <<E\nx\nE");
  }

  @Test
  void aLongSuggestionDoesNotWrap() throws Exception {
    commandOffers.update(
        SampleSessions.showing("docker run --name lookout --detach busybox:1.37 sleep 3600 # now"));
    CompletableFuture<String> line = reading(Theme.dark());

    screen.await(
        lines -> lines.getFirst().endsWith("...") && lines.get(1).isEmpty(), "one line with dots");
    screen.press(RIGHT + ENTER);

    assertThat(VirtualScreen.within(line)).endsWith("3600 # now");
  }

  @Test
  void whatWasTypedBeforeIsSuggestedToo() throws Exception {
    remember("kubectl get pods", "ls -l");
    CompletableFuture<String> line = reading(Theme.dark());

    screen.press("kub").await("$ kubectl get pods").press(RIGHT + ENTER);

    assertThat(VirtualScreen.within(line)).isEqualTo("kubectl get pods");
  }

  @Test
  void upGoesThroughWhatBeginsLikeTheLineAndEachOnce() throws Exception {
    remember("ls a", "pwd", "ls b", "ls a", "cat x");
    CompletableFuture<String> line = reading(Theme.plain());

    screen.press("ls").await("$ ls").press(UP).await("$ ls a").press(UP).await("$ ls b");
    screen.press(UP + DOWN).await("$ ls a").press(DOWN).await("$ ls").press(UP + UP + ENTER);

    assertThat(VirtualScreen.within(line)).isEqualTo("ls b");
  }

  @Test
  void aCommandOfSeveralLinesComesBackWholeAndEachOfItsLinesCanBeChanged() throws Exception {
    remember("cat <<E\nsalt\nE", "pwd");
    CompletableFuture<String> line = reading(Theme.plain());

    screen.press("cat" + UP).await("> E").press(UP).press(END + "y" + CTRL_A).await("> salty");
    screen.press(ENTER);

    assertThat(VirtualScreen.within(line)).isEqualTo("cat <<E\nsalty\nE");
  }

  @Test
  void ctrlRSearches() throws Exception {
    remember("kubectl get pods", "ls -l");
    CompletableFuture<String> line = reading(Theme.plain());

    screen.press(CTRL_R + "get").await("bck-i-search: get_").press(ENTER);

    assertThat(VirtualScreen.within(line)).isEqualTo("kubectl get pods");
  }

  @Test
  void aLineThatBeginsWithASpaceIsNotRememberedNorIsTheSameLineTwice() throws Exception {
    LearnerLineReader reader = reader(Theme.plain());
    for (String typed : List.of(" secret", "ls", "ls")) {
      CompletableFuture<String> line = CompletableFuture.supplyAsync(() -> reader.readLine("$ "));
      screen.press(typed + ENTER);
      assertThat(VirtualScreen.within(line)).isEqualTo(typed);
    }

    assertThat(Files.readString(history)).doesNotContain("secret").containsOnlyOnce("ls");
  }

  @Test
  void aBrokenHistoryIsNoFailure() throws Exception {
    Files.write(history, new byte[] {(byte) 0xff, 'x', 0, '\n', (byte) 0xc3, ':'});
    CompletableFuture<String> line = reading(Theme.plain());

    screen.press("ls" + ENTER);

    assertThat(VirtualScreen.within(line)).isEqualTo("ls");
  }

  @Test
  void aHistoryThatCannotBeReadIsNoFailure() throws Exception {
    Files.createDirectories(history);
    CompletableFuture<String> line = reading(Theme.plain());

    screen.press("ls" + ENTER);

    assertThat(VirtualScreen.within(line)).isEqualTo("ls");
  }

  @Test
  void aPastedBlockWaitsForEnterAndCompletesNothing() throws Exception {
    CompletableFuture<String> line = reading(Theme.dark());

    screen.await("$").paste("echo a\r\necho\tb \033[31mred\r\n\r\n");
    screen.await(
        lines -> lines.stream().anyMatch(one -> one.startsWith("> echo") && one.endsWith("red")),
        "the block");
    assertThat(line).isNotDone();
    screen.press(ENTER);

    assertThat(VirtualScreen.within(line)).isEqualTo("echo a\necho\tb \ufffd[31mred");
  }

  @Test
  void tabCompletesLiveNamesAndListsThemWhereThereAreMore() throws Exception {
    CompletableFuture<String> line = reading(Theme.dark());

    screen
        .press("docker rm l\t")
        .await("$ docker rm lamp")
        .press("\t")
        .await("$ docker rm lamp oil");
    screen.press(ENTER);

    assertThat(VirtualScreen.within(line).strip()).isEqualTo("docker rm lamp oil");
  }

  @Test
  void aWordOfTheShellIsListedWithWhatItDoes() throws Exception {
    screen.resize(80, 40);
    CompletableFuture<String> line = reading(Theme.dark());

    screen.press("ch\t");
    screen.await(
        lines ->
            lines.stream()
                .anyMatch(one -> one.matches("check +\\(shows the state of the checks.*")),
        "the list");
    screen.press("eck" + ENTER);

    assertThat(VirtualScreen.within(line)).isEqualTo("check");
  }

  @Test
  void aNameWithASpaceIsQuoted() throws Exception {
    fakeCompletionWorkspace.file("my dir/a file.txt");
    CompletableFuture<String> line = reading(Theme.dark());

    screen.press("cat my\t").await("$ cat my\\ dir/").press("\t" + ENTER);

    assertThat(VirtualScreen.within(line).strip()).isEqualTo("cat my\\ dir/a\\ file.txt");
  }

  @Test
  void anOpenLoopGoesOnAndRunsWhenItIsWhole() throws Exception {
    CompletableFuture<String> line = reading(Theme.dark());

    screen
        .press("for i in 1; do" + ENTER)
        .await("> ".strip())
        .press("echo" + ENTER + "done" + ENTER);

    assertThat(VirtualScreen.within(line)).isEqualTo("for i in 1; do\necho\ndone");
  }

  @Test
  void ctrlCDropsTheLineAndCtrlDEndsTheInput() throws Exception {
    CompletableFuture<String> dropped = reading(Theme.dark());
    screen.press("half a line").await("$ half a line").press(CTRL_C);
    assertThatThrownBy(() -> VirtualScreen.within(dropped))
        .isInstanceOf(ExecutionException.class)
        .hasCauseInstanceOf(UserInterruptException.class);

    CompletableFuture<String> ended = reading(Theme.dark());
    screen.press(CTRL_D);
    assertThatThrownBy(() -> VirtualScreen.within(ended))
        .hasCauseInstanceOf(EndOfFileException.class);
  }

  @Test
  void aLineThatBreaksAtAWideCharacterKeepsItsColumns() throws Exception {
    String wide = "\u4f60\u597d\u4e16\u754c\u5bb9".repeat(12);
    CompletableFuture<String> line = reading(Theme.monochrome());

    screen.await("$").press("echo " + wide + CTRL_A + "Z" + END + "E");
    screen.await(lines -> lines.stream().anyMatch(one -> one.endsWith("E")), "the whole line");
    List<String> edited = screen.lines();
    screen.press(ENTER);
    assertThat(VirtualScreen.within(line)).isEqualTo("Zecho " + wide + "E");

    try (var fresh = new VirtualScreen(60, 12)) {
      fresh.terminal().writer().print("$ Zecho " + wide + "E");
      fresh.terminal().flush();
      assertThat(edited).isEqualTo(fresh.lines());
    }
  }

  @Test
  void keysThatComeFasterThanTheyAreDrawnAreNotDrawnOneByOne() throws Exception {
    var drawn = new AtomicInteger();
    LearnerLineReader reader = reader(Theme.plain());
    reader.setHighlighter((_, text) -> {
      drawn.incrementAndGet();
      return new AttributedString(text);
    });
    CompletableFuture<String> line = CompletableFuture.supplyAsync(() -> reader.readLine("$ "));
    String long4000 = "echo " + "0123456789".repeat(400);

    screen.await("$").press(long4000 + ENTER);

    assertThat(VirtualScreen.within(line)).isEqualTo(long4000);
    assertThat(drawn).hasValueLessThan(1000);
  }
}
