package dev.deckhand.shell.cli.grade;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.deckhand.shell.cli.common.CommandConsole;
import dev.deckhand.shell.cli.common.CommandContext;
import dev.deckhand.shell.cli.common.DeckhandCommand;
import dev.deckhand.shell.cli.common.ExitCode;
import dev.deckhand.shell.cli.common.UserError;
import dev.deckhand.shell.grade.bundle.BundleStore;
import dev.deckhand.shell.grade.bundle.BundleVerifier;
import dev.deckhand.shell.grade.bundle.BundleVerifier.Result;
import dev.deckhand.shell.grade.bundle.ChainCheck;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code deckhand grade verify}. */
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    description = {
      "Check the bundle of a grade, or those of a class: that nothing was changed, who signed it, and"
          + " that its evidence leads to the same grade. Needs no lab."
    },
    footer = {
      "%nExamples:",
      "  deckhand grade verify results/anna/bundle.txt",
      "  deckhand grade verify results                 all bundles of a class, and their order",
      "%nExits with 3 if something isn't as it was signed."
    })
public final class GradeVerifyCommand implements Callable<Integer> {

  @Parameters(
      paramLabel = "PATH",
      description = "A bundle, or the folder of results that \"deckhand grade --all\" made.")
  Path path = Path.of("");

  @Option(
      names = "--key",
      paramLabel = "KEY",
      description = {
        "The public key of the grader, in hexadecimal digits. Default: your own.",
        "It's the second word of a bundle's last line."
      })
  String key = "";

  @Option(names = "--json", description = "Print the result as JSON, and nothing else.")
  boolean json;

  private final CommandContext context;
  private final DeckhandCommand deckhand;

  public GradeVerifyCommand(CommandContext context, DeckhandCommand deckhand) {
    this.context = context;
    this.deckhand = deckhand;
  }

  /**
   * What is said of one bundle.
   *
   * @param valid whether it's as it was signed, by the expected grader
   */
  private record Finding(String name, boolean valid, String text) {}

  @Override
  public Integer call() throws IOException, UserError {
    var verifier = new BundleVerifier(context.library(), context.judge(), trustedKey());
    var findings = new ArrayList<Finding>();
    if (Files.isDirectory(path)) {
      addClass(verifier, findings);
    } else {
      findings.add(finding(String.valueOf(path.getFileName()), verifier, path));
    }
    if (json) {
      context.environment().out().println(json(findings));
    } else {
      CommandConsole console = deckhand.console(context);
      findings.forEach(finding ->
          console.print((finding.valid() ? "✓ " : "✗ ") + finding.name() + ": " + finding.text()));
    }
    return (findings.stream().allMatch(Finding::valid) ? ExitCode.OK : ExitCode.CHECKS_FAILED)
        .code();
  }

  private String trustedKey() throws IOException, UserError {
    if (key.isEmpty()) {
      return GradeCommand.key(context).publicKey();
    }
    if (!key.matches("[0-9a-f]+")) {
      throw new UserError(
          "--key isn't a public key.", "It has hexadecimal digits, in small letters, only.");
    }
    return key;
  }

  private void addClass(BundleVerifier verifier, List<Finding> findings)
      throws IOException, UserError {
    if (!Files.exists(path.resolve(BundleStore.CHAIN))) {
      throw new UserError(
          path + " has no bundles.", "Name the folder that \"deckhand grade --out\" wrote to.");
    }
    ChainCheck chain = ChainCheck.of(path);
    for (Map.Entry<String, Path> file : chain.files().entrySet()) {
      findings.add(finding(file.getKey(), verifier, file.getValue()));
    }
    chain.problems().forEach(problem -> findings.add(new Finding("chain", false, problem)));
  }

  private static Finding finding(String name, BundleVerifier verifier, Path file)
      throws IOException, UserError {
    if (!Files.isRegularFile(file)) {
      throw new UserError("There is no bundle " + file + ".", "Name a bundle.txt, or its class.");
    }
    return switch (verifier.verify(file)) {
      case Result.Valid(var bundle) ->
          new Finding(
              name,
              true,
              "as it was signed; "
                  + bundle.content().grade().score().earned().toPlainString()
                  + " of "
                  + bundle.content().grade().score().possible().toPlainString()
                  + " points, again");
      case Result.Damaged(var reason) -> new Finding(name, false, "not a valid bundle: " + reason);
      case Result.ForeignKey(var bundle) ->
          new Finding(name, false, "signed by another grader: " + bundle.key());
      case Result.OtherLesson(var _, var reason) -> new Finding(name, false, reason);
      case Result.OtherGrade(var bundle, var again) ->
          new Finding(
              name,
              false,
              "its evidence leads to "
                  + again.score().earned().toPlainString()
                  + " points, not "
                  + bundle.content().grade().score().earned().toPlainString());
    };
  }

  private static String json(List<Finding> findings) throws IOException {
    var all = new ArrayList<Map<String, Object>>();
    for (Finding finding : findings) {
      var fields = new LinkedHashMap<String, Object>();
      fields.put("name", finding.name());
      fields.put("valid", finding.valid());
      fields.put("text", finding.text());
      all.add(fields);
    }
    return JsonMapper.builder().build().writeValueAsString(Map.of("bundles", all));
  }
}
