package dev.deckhand.shell.repl.complete;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandAtCursorTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      nullValues = "-",
      quoteCharacter = '`',
      value = {
        "kube~COMMAND~[]~kube",
        "kubectl get po~ARGUMENT~[kubectl, get]~po",
        "`kubectl get `~ARGUMENT~[kubectl, get]~``",
        "ls | kubectl get po~ARGUMENT~[kubectl, get]~po",
        "ls && ku~COMMAND~[]~ku",
        "`ls; `~COMMAND~[]~``",
        "sudo -E kubectl get po~ARGUMENT~[kubectl, get]~po",
        "watch -n 2 kubectl get po~ARGUMENT~[kubectl, get]~po",
        "A=1 kubectl get po~ARGUMENT~[kubectl, get]~po",
        "echo x > fi~FILE~[echo, x]~fi",
        "`cat <`~FILE~[cat]~``",
        "echo $(kubectl get po~ARGUMENT~[kubectl, get]~po",
        "if kubectl get po~ARGUMENT~[kubectl, get]~po",
        "ls # kube~TEXT~[ls]~``",
        "cat 'my fi~ARGUMENT~[cat]~my fi",
        "cat my\\ fi~ARGUMENT~[cat]~my fi",
        "echo \"a $(kubectl get po~ARGUMENT~[kubectl, get]~po",
        "`echo $(`~COMMAND~[]~``",
        "`for i in `~ARGUMENT~[i]~``",
        "timeout 5s kubectl get po~ARGUMENT~[kubectl, get]~po",
        "./scr~COMMAND~[]~./scr",
      })
  void findsTheCommandAndTheWord(String line, Place expected, String words, String current) {
    var found = CommandAtCursor.in(line, line.length());

    assertThat(found.place().name()).isEqualTo(expected.name());
    assertThat(found.words()).hasToString(words);
    assertThat(found.current()).isEqualTo(current);
  }

  /** The names of places, for the table above. */
  enum Place {
    COMMAND,
    ARGUMENT,
    FILE,
    TEXT
  }

  @Test
  void whatStandsBehindTheCursorDoesNotCount() {
    var found = CommandAtCursor.in("kubectl get pods --all", 11);

    assertThat(found.words()).containsExactly("kubectl");
    assertThat(found.current()).isEqualTo("get");
    assertThat(found.start()).isEqualTo(8);
  }

  @Test
  void knowsTheQuoteThatIsOpen() {
    assertThat(CommandAtCursor.in("cat \"a b", 8).quote()).isEqualTo('"');
  }
}
