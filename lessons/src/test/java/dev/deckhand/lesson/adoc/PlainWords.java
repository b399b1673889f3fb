package dev.deckhand.lesson.adoc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckhand.lesson.lint.Finding;

/** What is asked of every finding: whole sentences for an author, nothing of the machine. */
final class PlainWords {

  /** A class with its package, or by its ending; a line of a stack trace. */
  private static final String OF_THE_MACHINE =
      "(?s).*(\\b(java|javax|org|com|dev|net)\\.[a-z]+\\.\\w|\\w(Exception|Error|Impl)\\b|\\bnull\\b.*\"|\tat |#<|\\$\\$|Cannot invoke|cannot be cast).*";

  private PlainWords() {}

  static void check(Finding finding) {
    assertThat(finding.message()).as("message of %s", finding).isNotBlank().endsWith(".");
    assertThat(finding.remedy()).as("remedy of %s", finding).matches("(?s).*[.?\"]");
    for (String text : new String[] {finding.message(), finding.remedy()}) {
      assertThat(text)
          .as("text of %s", finding)
          .doesNotContain("\n", "\r")
          .hasSizeLessThan(500)
          .doesNotMatch(OF_THE_MACHINE);
      assertThat(text.chars().noneMatch(Character::isISOControl)).as(finding.toString()).isTrue();
    }
  }
}
