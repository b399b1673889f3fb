package dev.deckhand.workshop.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.deckhand.workshop.room.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Ann",
        "Zoë",
        "Łukasz",
        "李雷",
        "O'Brien",
        "Ann-Marie 2",
        "х",
        "5",
        "प्रिया",
        "Анна",
        "Ảnh"
      })
  void namesOfPeopleAreTaken(String name) throws Refusal {
    assertThat(PlainText.name(" " + name + " ")).isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "   ",
        "...",
        "a\033[31mb",
        "a\nb",
        "a\u202Eb",
        "a\u200Bb",
        "<b>",
        "a\0b",
        "\uD800",
        "=1+1",
        "Ann\u3164",
        "\u0410nn",
        "A\u0336\u0354\u0336\u0354",
        "abcdefghijabcdefghijabcdefghijabcdefghijk"
      })
  void otherTextsAreRefusedAsNames(String name) {
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(() -> PlainText.name(name))
        .satisfies(
            refusal -> assertThat(refusal.reason()).isEqualTo(Refusal.Reason.NAME_NOT_VALID));
  }

  @Test
  void namesThatLookAlikeAreTheSame() {
    assertThat(PlainText.nameKey("Ann-Marie")).isEqualTo(PlainText.nameKey("ann marie"));
    assertThat(PlainText.nameKey("Ａnn")).isEqualTo(PlainText.nameKey("Ann"));
    assertThat(PlainText.nameKey("Ann")).isNotEqualTo(PlainText.nameKey("Anne"));
  }

  @Test
  void messagesLoseWhatATerminalWouldObey() throws Refusal {
    assertThat(PlainText.message("look\033]52;c;x\007 here\r\nnow"))
        .isEqualTo("look ]52;c;x  here  now");
    assertThatExceptionOfType(Refusal.class).isThrownBy(() -> PlainText.message("\033\n"));
    assertThatExceptionOfType(Refusal.class).isThrownBy(() -> PlainText.message("x".repeat(1001)));
  }
}
