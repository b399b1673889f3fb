package dev.deckhand.shell.cli.grade;

import dev.deckhand.shell.cli.common.CommandContext;
import dev.deckhand.shell.cli.common.UserError;
import dev.deckhand.shell.report.Classroom50Submission;
import dev.deckhand.shell.report.ReportContext;
import dev.deckhand.shell.report.XapiAddresses;
import picocli.CommandLine.Option;

/** The options with the addresses in xAPI statements. */
final class XapiOptions {

  @Option(
      names = "--xapi-lessons",
      paramLabel = "IRI",
      description = {
        "What the ids of lessons in xAPI statements begin with, such as"
            + " https://lessons.example.org/. Default: ${DEFAULT-VALUE}."
      })
  String lessons = XapiAddresses.LOCAL.activities();

  @Option(
      names = "--xapi-accounts",
      paramLabel = "IRI",
      description = {
        "The system in which the names of submissions are accounts, such as"
            + " https://school.example.org/. Default: ${DEFAULT-VALUE}."
      })
  String accounts = XapiAddresses.LOCAL.accounts();

  /** What reports need to know of where they're written. */
  ReportContext reportContext(CommandContext context) throws UserError {
    XapiAddresses addresses;
    try {
      addresses = new XapiAddresses(lessons, accounts);
    } catch (IllegalArgumentException invalid) {
      throw new UserError(
          "--xapi-lessons and --xapi-accounts must be addresses: "
              + lessons
              + ", "
              + accounts
              + ".",
          "Begin them with a scheme, such as https://, and write no spaces.");
    }
    return new ReportContext(
        Classroom50Submission.read(context.environment().variables()).orElse(null), addresses);
  }
}
