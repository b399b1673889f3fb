package dev.deckhand.lesson.adoc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckhand.lesson.lint.LintFinding;

/** What is asked of every finding: whole sentences for an author, nothing of the machine. */
final class FindingWordingCheck {

  /** A class with its package, or by its ending; a line of a stack trace. */
  private static final String OF_THE_MACHINE =
      "(?s).*(\\b(java|javax|org|com|dev|net)\\.[a-z]+\\.\\w|\\w(Exception|Error|Impl)\\b|\\bnull\\b.*\"|\tat |#<|\\$\\$|Cannot invoke|cannot be cast).*";

  private FindingWordingCheck() {}

  static void check(LintFinding lintFinding) {
    assertThat(lintFinding.message()).as("message of %s", lintFinding).isNotBlank().endsWith(".");
    assertThat(lintFinding.remedy()).as("remedy of %s", lintFinding).matches("(?s).*[.?\"]");
    for (String text : new String[] {lintFinding.message(), lintFinding.remedy()}) {
      assertThat(text)
          .as("text of %s", lintFinding)
          .doesNotContain("\n", "\r")
          .hasSizeLessThan(500)
          .doesNotMatch(OF_THE_MACHINE);
      assertThat(text.chars().noneMatch(Character::isISOControl))
          .as(lintFinding.toString())
          .isTrue();
    }
  }
}
