package dev.deckhand.session.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LearnerInputParserTest {

  private static final List<String> PARTS =
      Stream.concat(
              LearnerInputParser.COMMANDS.stream(),
              Stream.of(
                  " ",
                  "\t",
                  "\n",
                  "\r",
                  "\u00a0",
                  "\u2003",
                  "\u0000",
                  ",",
                  ":",
                  "1",
                  "3",
                  "12",
                  "999",
                  "'",
                  "\"",
                  "\\",
                  "$",
                  "show",
                  "type",
                  "live",
                  "java",
                  "/exit",
                  "exit",
                  "\ud83d\ude00",
                  "\ud83d",
                  "é",
                  "\u0664",
                  "-",
                  "ls",
                  "EOF",
                  "<<"))
          .toList();

  @Test
  void noLineIsEverRefusedWithAnException() {
    var random = new Random(20261129);
    for (int i = 0; i < 200_000; i++) {
      String line =
          IntStream.range(0, 1 + random.nextInt(8))
              .mapToObj(_ -> PARTS.get(random.nextInt(PARTS.size())))
              .collect(Collectors.joining());

      assertThat(LearnerInputParser.parse(line)).as(line).isNotNull();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "choose 1,\t3",
        "choose 1\t3",
        "choose\t1,3",
        "choose 1 , 3",
        "choose 3,1",
        "choose 1 3"
      })
  void choicesMayStandApartByTabs(String line) {
    assertThat(LearnerInputParser.parse(line)).isEqualTo(new LearnerInput.Choose(0, Set.of(1, 3)));
  }

  @Test
  void tabSeparatesAWordFromWhatItTakes() {
    assertThat(LearnerInputParser.parse("note\tvolumes"))
        .isEqualTo(new LearnerInput.AddNote("volumes"));
    assertThat(LearnerInputParser.parse("answer\t2:\tyes"))
        .isEqualTo(new LearnerInput.Answer(2, "yes"));
  }

  @Test
  void commandsOfAllKindsAreTold() {
    assertThat(LearnerInputParser.parse("edit 'a\\b.yaml'"))
        .isEqualTo(new LearnerInput.RunCommand(new SessionCommand.Edit("a\\b.yaml")));
    assertThat(LearnerInputParser.parse("java\n1 + 1\n/exit"))
        .isEqualTo(new LearnerInput.RunCommand(new SessionCommand.Java("1 + 1")));
    assertThat(LearnerInputParser.parse("ls -l"))
        .isEqualTo(new LearnerInput.RunCommand(new SessionCommand.Shell("ls -l")));
  }
}
