package dev.deckhand.lab.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What lasts from line to line, and what one line must not do to the next. */
@Timeout(60)
class LocalWorkspaceStateTest {

  @TempDir Path folder;
  private WorkspaceFixture at;

  @BeforeEach
  void open() throws IOException {
    at = new WorkspaceFixture(folder);
  }

  @AfterEach
  void close() {
    at.close();
  }

  @Test
  void folderVariablesFunctionsAliasesArraysAndOptionsLast() throws Exception {
    at.run("mkdir -p sub/dir && cd sub/dir");
    at.run("export COLOUR=blue; greet() { echo \"hello $1\"; }; alias shout='echo LOUD'");
    at.run("declare -A ages=([ann]=7); shopt -s nullglob; list=(a b c)");

    assertThat(at.workspace.folder())
        .isEqualTo(at.sessionFolder.workspace().toRealPath().resolve("sub/dir"));
    assertThat(at.out("pwd")).endsWith("sub/dir");
    assertThat(
            at.out(
                "sh -c 'echo $COLOUR'; greet you; shout; echo ${ages[ann]} ${list[2]}; echo *.none"))
        .isEqualTo("blue\nhello you\nLOUD\n7 c");
  }

  @Test
  void exitCodeLastArgumentAndPipelineStatusReachTheNextLine() throws Exception {
    assertThat(at.run("sh -c 'exit 7'").exitCode()).isEqualTo(7);
    assertThat(at.out("echo $?")).isEqualTo("7");
    at.run("mkdir one");
    assertThat(at.out("cd $_ && basename $PWD")).isEqualTo("one");
    at.run("false | true | sh -c 'exit 3'");
    assertThat(at.out("echo ${PIPESTATUS[@]}")).isEqualTo("1 0 3");
  }

  @Test
  void historyHoldsWhatTheLearnerRanAndNothingElse() throws Exception {
    at.run("echo one");
    assertThat(at.out("history").lines().map(String::strip))
        .containsExactly("1  echo one", "2  history");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "break",
        "continue 2",
        "return 3",
        "echo \"",
        "if true",
        "case x in",
        "echo a |",
        "(",
        "cat <<EOF\nx",
        "echo \\",
        "}",
        "for i in",
        "\0",
        "",
        "# nothing",
        "fi; done"
      })
  void noLineEndsTheShellByItsForm(String line) throws Exception {
    at.run("kept=1");
    var result = at.run(line);
    assertThat(result.shellEnded()).isFalse();
    assertThat(at.out("echo $kept")).isEqualTo("1");
  }

  @Test
  void unfinishedLineGivesTheErrorOfBash() throws Exception {
    var result = at.run("echo \"never closed");
    assertThat(result.exitCode()).isNotZero();
    assertThat(result.output())
        .contains("unexpected EOF while looking for matching")
        .doesNotContain("deckhand");
    assertThat(at.out("echo a |")).contains("syntax error").doesNotContain("deckhand");
  }

  @Test
  void shellThatEndsIsFollowedByAnotherInTheSameFolder() throws Exception {
    at.run("mkdir sub; cd sub; x=1");
    var result = at.run("exit 5");
    assertThat(result.shellEnded()).isTrue();
    assertThat(result.exitCode()).isEqualTo(5);
    assertThat(at.out("echo ${PWD##*/}-$x")).isEqualTo("sub-");
  }

  @ParameterizedTest
  @ValueSource(strings = {"exec true", "set -e; false", "kill -9 $$", "exec sh -c 'exit 0'"})
  void everyWayOutOfTheShellIsNoticed(String line) throws Exception {
    assertThat(at.run(line).shellEnded()).isTrue();
    assertThat(at.out("echo again")).isEqualTo("again");
  }

  @Test
  void lastWordsOfAnEndingShellAreKept() throws Exception {
    assertThat(at.out("trap 'echo bye' EXIT; echo so; exit 0")).contains("so").contains("bye");
  }

  @Test
  void shellThatWasKilledBetweenLinesIsReplaced() throws Exception {
    at.run("(sleep 0.05; kill -9 $$) >/dev/null 2>&1 &");
    at.run("wait");
    for (int i = 0; i < 3; i++) {
      assertThat(at.out("echo there")).contains("there");
    }
  }

  @Test
  void tracingVerbosityTrapsAndPromptsShowNothingOfOurs() throws Exception {
    assertThat(at.run("set -x").output()).isEmpty();
    assertThat(at.out("echo traced")).endsWith("echo traced\ntraced").doesNotContain("deckhand");
    assertThat(at.out("set +x")).doesNotContain("deckhand");
    at.run("set -v");
    assertThat(at.out("echo loud")).isEqualTo("echo loud\nloud");
    at.run("set +v");
    at.run("trap 'echo debug' DEBUG");
    assertThat(at.out("echo one")).isEqualTo("debug\none");
    at.run("trap - DEBUG");
    at.run("PS1='mine> ' PROMPT_COMMAND='echo prompted' PS0=zero PS2=more");
    assertThat(at.out("echo $PS1")).isEqualTo("mine>");
  }

  @Test
  void optionsThatMakeErrorsFatalDoNotHitUs() throws Exception {
    at.run("set -euf -o pipefail -o noclobber; IFS=");
    assertThat(at.out("echo strict")).isEqualTo("strict");
    assertThat(at.run("echo $nowhere").exitCode()).isNotZero();
  }

  @Test
  void redirectionOfTheShellItselfDoesNotSilenceTheNextLine() throws Exception {
    at.run("exec > log.txt 2>&1; echo into the file");
    assertThat(at.out("cat log.txt")).isEqualTo("into the file");
  }

  @Test
  void hereDocumentsPipesAndSubstitutionsWork() throws Exception {
    assertThat(at.out("cat <<'EOF' | tr a-z A-Z\nit's $HOME\nEOF")).isEqualTo("IT'S $HOME");
    assertThat(at.out("cat > f.yaml <<EOF\nname: \"x\\ty\"\nEOF\ncat f.yaml"))
        .isEqualTo("name: \"x\\ty\"");
    assertThat(
            at.out(
                "for i in 1 2 3; do\n  echo \"$i\"\ndone | paste -sd+ | bc 2>/dev/null || echo $((1+2+3))"))
        .isNotEmpty();
  }

  @Test
  void bytesThatAreNoTextComeThrough() throws Exception {
    var console = new FakeConsole();
    at.run("printf 'gr\\303\\274\\303\\237 \\360\\237\\232\\242 e\\0nd'", console);
    assertThat(console.text()).isEqualTo("grüß 🚢 e\0nd");
    assertThat(at.out("printf 'grüß \\342\\202'; sleep 0.05; printf '\\254 🚢'"))
        .isEqualTo("grüß € 🚢");
  }

  @Test
  void lineOfAMegabyteRuns() throws Exception {
    assertThat(at.out("x='" + "é".repeat(500_000) + "'; echo ${#x}")).isEqualTo("500000");
  }

  @Test
  void programThatForgesAReportChangesNothing() throws Exception {
    var result =
        at.run("printf '\\033]7770;0000;end;1;0;0;;/etc\\0'; printf '\\033]7770;'; sh -c 'exit 4'");
    assertThat(result.exitCode()).isEqualTo(4);
    assertThat(at.workspace.folder()).isEqualTo(at.sessionFolder.workspace().toRealPath());
  }

  @Test
  void commandsSeeTheLabAndNothingOfThePersons() throws Exception {
    assertThat(at.out("echo $LAB $KUBECONFIG")).isEqualTo("here " + at.sessionFolder.kubeconfig());
    assertThat(at.out("env | grep -c person")).isEqualTo("0");
    assertThat(at.out("echo ${PATH%%:*}; echo ${HISTFILE-none}"))
        .isEqualTo(at.sessionFolder.bin() + "\nnone");
  }

  @Test
  void folderThatWasRemovedIsReplacedByTheWorkspace() throws Exception {
    at.run("mkdir gone; cd gone");
    Files.delete(at.sessionFolder.workspace().resolve("gone"));
    at.run("exit");
    assertThat(at.out("pwd")).isEqualTo(at.sessionFolder.workspace().toString());
  }

  @Test
  void folderWithALineBreakInItsNameIsKnown() throws Exception {
    at.run("mkdir $'odd\\nname;x' && cd $'odd\\nname;x'");
    assertThat(at.workspace.folder().getFileName()).hasToString("odd\nname;x");
  }
}
