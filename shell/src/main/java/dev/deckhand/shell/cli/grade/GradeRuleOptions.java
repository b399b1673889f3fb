package dev.deckhand.shell.cli.grade;

import dev.deckhand.grade.GradingPolicy;
import dev.deckhand.shell.cli.common.UserError;
import dev.deckhand.shell.grade.GradingLimits;
import dev.deckhand.shell.grade.run.GradingRules;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that a grade depends on. */
final class GradeRuleOptions {

  private static final Pattern TIME = Pattern.compile("(\\d{1,6})(s|m|h)");

  @Option(
      names = "--hint-cost",
      paramLabel = "PERCENT",
      description = "Take off this part of the earned points for each hint. Default: 0.")
  int hintCost;

  @Option(
      names = "--solution-cost",
      paramLabel = "PERCENT",
      description = "Take off this part for each step whose solution was shown. Default: 0.")
  int solutionCost;

  @Option(
      names = "--due",
      paramLabel = "TIME",
      description = {
        "When submissions are due, such as 2026-12-01T18:00 or 2026-12-01T18:00Z.",
        "A submission was handed in when its file was last changed."
      })
  @Nullable String due;

  @Option(
      names = "--late-cost",
      paramLabel = "PERCENT",
      description = "Take off this part for each day, begun or whole, after --due. Default: 0.")
  int lateCost;

  @Option(
      names = "--grace",
      paramLabel = "TIME",
      description = "How long after --due nothing is taken off, such as 15m. Default: 0s.")
  String grace = "0s";

  @Option(
      names = "--command-limit",
      paramLabel = "TIME",
      description = "How long each command may take, such as 90s or 2m. Default: 60s.")
  String commandLimit = seconds(GradingLimits.DEFAULT.command());

  @Option(
      names = "--step-limit",
      paramLabel = "TIME",
      description = "How long the commands of a step may take together. Default: 180s.")
  String stepLimit = seconds(GradingLimits.DEFAULT.step());

  @Option(
      names = "--submission-limit",
      paramLabel = "TIME",
      description = "How long all commands of a submission may take together. Default: 900s.")
  String submissionLimit = seconds(GradingLimits.DEFAULT.submission());

  @Option(
      names = "--patience",
      paramLabel = "TIME",
      description = {
        "How long nothing may change, after a step's commands, until a check that doesn't pass"
            + " counts as failed. Default: 10s."
      })
  String patience = seconds(GradingLimits.DEFAULT.patience());

  private static String seconds(Duration duration) {
    return duration.toSeconds() + "s";
  }

  /**
   * Reads the options.
   *
   * @param zone of a due time that names none
   */
  GradingRules rules(ZoneId zone) throws UserError {
    var limits =
        new GradingLimits(
            time("--command-limit", commandLimit),
            time("--step-limit", stepLimit),
            time("--submission-limit", submissionLimit),
            time("--patience", patience));
    try {
      return new GradingRules(
          limits,
          new GradingPolicy(hintCost, solutionCost, lateCost, time("--grace", grace)),
          due == null ? null : instant(due, zone));
    } catch (IllegalArgumentException outOfRange) {
      throw new UserError(
          "A cost isn't a percentage: " + outOfRange.getMessage() + ".",
          "Use a whole number from 0 to 100.");
    }
  }

  private static Duration time(String option, String text) throws UserError {
    Matcher matcher = TIME.matcher(text);
    if (!matcher.matches()) {
      throw new UserError(
          option + " isn't a time: \"" + text + "\".", "Write a number and s, m or h, as in 90s.");
    }
    long number = Long.parseLong(matcher.group(1));
    return switch (matcher.group(2)) {
      case "s" -> Duration.ofSeconds(number);
      case "m" -> Duration.ofMinutes(number);
      default -> Duration.ofHours(number);
    };
  }

  private static Instant instant(String text, ZoneId zone) throws UserError {
    try {
      return text.matches(".*(Z|[+-]\\d\\d:?\\d\\d)(\\[.*])?")
          ? ZonedDateTime.parse(text).toInstant()
          : LocalDateTime.parse(text).atZone(zone).toInstant();
    } catch (DateTimeParseException notOne) {
      throw new UserError(
          "--due isn't a time: \"" + text + "\".", "Write it as in 2026-12-01T18:00.");
    }
  }
}
