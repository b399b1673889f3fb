package dev.deckhand.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class EntriesTest {

  @Test
  void eachLineIsAnEntryWithoutCommentsAndEmptyLines() {
    assertThat(split("kubectl get pods", "", "# look again", "kubectl get rs # owners"))
        .containsExactly("kubectl get pods", "kubectl get rs # owners");
  }

  @Test
  void aHeredocIsOneEntryWithItsCommentsAndEmptyLines() {
    assertThat(split("kubectl apply -f - <<EOF", "kind: Pod", "", "# name", "EOF", "ls"))
        .containsExactly("kubectl apply -f - <<EOF\nkind: Pod\n\n# name\nEOF", "ls");
  }

  @Test
  void twoHeredocsOnOneLineBothBelongToIt() {
    assertThat(split("cat <<A - <<'B'", "1", "A", "2", "B", "ls"))
        .containsExactly("cat <<A - <<'B'\n1\nA\n2\nB", "ls");
  }

  @Test
  void onlyADashLetsTabsStandBeforeTheHeredocsEnd() {
    assertThat(split("cat <<-E", "\tx", "\tE", "ls")).containsExactly("cat <<-E\n\tx\n\tE", "ls");
    assertThat(Entries.of(List.of("cat <<E", "\tE")).whole()).isFalse();
  }

  @Test
  void backslashesOperatorsQuotesAndParenthesesGoOn() {
    assertThat(
            split(
                "docker run \\", "  nginx", "a |", "b &&", "c", "echo 'x", "y'", "d $(", "e", ")"))
        .containsExactly("docker run \\\n  nginx", "a |\nb &&\nc", "echo 'x\ny'", "d $(\ne\n)");
  }

  @Test
  void whatLooksLikeAHeredocIsNotAlwaysOne() {
    assertThat(split("echo $((1 << 2))", "cat <<< word", "echo '<<EOF'", "echo \\<<x", "x", "ls"))
        .startsWith("echo $((1 << 2))", "cat <<< word", "echo '<<EOF'");
  }

  @Test
  void theShellsOwnWordsAreTakenAsTheyStand() {
    assertThat(split("answer it's 2", "answer 2: don't", "choose 1,3", "note it's (odd", "ls"))
        .containsExactly("answer it's 2", "answer 2: don't", "choose 1,3", "note it's (odd", "ls");
  }

  @Test
  void whatHasNoEndIsToldApart() {
    assertThat(Entries.of(List.of("echo 'x")).whole()).isFalse();
    assertThat(Entries.of(List.of("cat <<EOF", "x")).whole()).isFalse();
    assertThat(Entries.of(List.of("echo x \\")).whole()).isFalse();
    assertThat(Entries.of(List.of("echo \"a\\\"b\"")).whole()).isTrue();
  }

  private static List<String> split(String... lines) {
    return Entries.of(List.of(lines)).entries();
  }

  @Test
  void snippetsOfJavaAreOneEntry() {
    var split = Entries.of(List.of("ls", "java", "int x = 1;", "// not done", "/exit", "pwd"));

    assertThat(split.entries())
        .containsExactly("ls", "java\nint x = 1;\n// not done\n/exit", "pwd");
    assertThat(split.whole()).isTrue();
    assertThat(Entries.java(split.entries().get(1))).contains("int x = 1;\n// not done");
    assertThat(Entries.java("ls")).isEmpty();
    assertThat(Entries.java("java")).isEmpty();
    assertThat(Entries.java("java -version")).isEmpty();
    assertThat(Entries.of(List.of("java", "ls")).entries()).containsExactly("java", "ls");
    assertThat(Entries.of(List.of("cat <<E", "java", "E", "/exit")).entries()).hasSize(2);
  }

  @Test
  void anEntryOfJavaIsReadAsItWasMade() {
    String entry = Entries.ofJava("int x = 1;\nint y = 2;");

    assertThat(split(entry.split("\n"))).containsExactly(entry);
    assertThat(Entries.java(entry)).contains("int x = 1;\nint y = 2;");
  }
}
