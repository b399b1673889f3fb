package dev.deckhand.shell.cli.machine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.deckhand.lab.preflight.MachineFinding;
import dev.deckhand.lab.preflight.MachineReport;
import dev.deckhand.lesson.LabKind;
import dev.deckhand.shell.cli.common.CommandConsole;
import dev.deckhand.shell.cli.common.CommandContext;
import dev.deckhand.shell.cli.common.ConsoleProgress;
import dev.deckhand.shell.cli.common.DeckhandCommand;
import dev.deckhand.shell.cli.common.ExitCode;
import dev.deckhand.shell.view.report.MachineReportView;
import dev.deckhand.shell.view.style.StatusMark;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code deckhand doctor}. */
@Command(
    name = "doctor",
    mixinStandardHelpOptions = true,
    description = "Check what this machine can run, and how to get what is missing.")
public final class DoctorCommand implements Callable<Integer> {

  @Option(names = "--json", description = "Print the result as JSON.")
  boolean json;

  private final CommandContext context;
  private final DeckhandCommand deckhand;

  public DoctorCommand(CommandContext context, DeckhandCommand deckhand) {
    this.context = context;
    this.deckhand = deckhand;
  }

  @Override
  public Integer call() throws InterruptedException, JsonProcessingException {
    var console = deckhand.console(context);
    MachineReport report = examine(console);
    if (json) {
      context.environment().out().println(json(report));
    } else {
      console.printLines(
          new MachineReportView(console.renderContext())
              .lines(report.findings().stream().map(DoctorCommand::row).toList()));
      console.print("");
      console.print(summary(report));
    }
    return (report.canRunEverything() ? ExitCode.OK : ExitCode.NO_LAB).code();
  }

  private MachineReport examine(CommandConsole console) throws InterruptedException {
    if (json || !console.canRedraw()) {
      return context.provisioner().examine();
    }
    try (var waiting = new ConsoleProgress(console)) {
      waiting.began("Check this machine");
      return context.provisioner().examine();
    }
  }

  private static MachineReportView.Row row(MachineFinding machineFinding) {
    StatusMark statusMark =
        switch (machineFinding.state()) {
          case OK -> StatusMark.GOOD;
          case MISSING -> StatusMark.BAD;
          case WARNING -> StatusMark.UNSURE;
          case UNKNOWN -> StatusMark.OPEN;
        };
    return new MachineReportView.Row(
        statusMark, machineFinding.title(), machineFinding.found(), machineFinding.remedy());
  }

  private static String summary(MachineReport report) {
    if (report.canRunEverything()) {
      return "Every lab can run here. Start with: deckhand learn";
    }
    String which =
        List.of(LabKind.values()).stream()
            .filter(kind -> !report.canRun(kind))
            .map(LabKind::keyword)
            .reduce((one, other) -> one + ", " + other)
            .orElse("");
    String next =
        report.isFixableBySetup()
            ? "Install what is missing: deckhand setup"
            : "Lessons without a lab still work: deckhand lessons";
    return "These labs can't run yet: " + which + ". " + next;
  }

  private static String json(MachineReport report) throws JsonProcessingException {
    var labs = new LinkedHashMap<String, Object>();
    for (LabKind kind : LabKind.values()) {
      labs.put(kind.keyword(), Map.of("ok", report.canRun(kind), "why", report.reason(kind)));
    }
    var fields = new LinkedHashMap<String, Object>();
    fields.put("ok", report.canRunEverything());
    fields.put("setupHelps", report.isFixableBySetup());
    fields.put("labs", labs);
    fields.put("findings", report.findings().stream().map(DoctorCommand::fields).toList());
    return JsonMapper.builder()
        .enable(SerializationFeature.INDENT_OUTPUT)
        .build()
        .writeValueAsString(fields);
  }

  private static Map<String, Object> fields(MachineFinding machineFinding) {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("id", machineFinding.id());
    fields.put("title", machineFinding.title());
    fields.put("state", machineFinding.state().word());
    fields.put("found", machineFinding.found());
    fields.put("remedy", machineFinding.remedy());
    fields.put("setupMends", machineFinding.setupFixes());
    fields.put(
        "neededBy", machineFinding.neededBy().stream().map(LabKind::keyword).sorted().toList());
    return fields;
  }
}
