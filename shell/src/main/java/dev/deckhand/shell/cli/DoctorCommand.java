package dev.deckhand.shell.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.deckhand.lab.preflight.Finding;
import dev.deckhand.lab.preflight.MachineReport;
import dev.deckhand.lesson.LabKind;
import dev.deckhand.shell.view.Mark;
import dev.deckhand.shell.view.Report;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code deckhand doctor}. */
@Command(
    name = "doctor",
    mixinStandardHelpOptions = true,
    description = "Say what this machine can run, and the remedy for each thing that is missing.")
final class DoctorCommand implements Callable<Integer> {

  @ParentCommand @Nullable DeckhandCommand parent;

  @Option(names = "--json", description = "Print JSON, for programs.")
  boolean json;

  private final Ports ports;

  DoctorCommand(Ports ports) {
    this.ports = ports;
  }

  @Override
  public Integer call() throws InterruptedException, JsonProcessingException {
    var voice = new Voice(ports.outside(), parent != null && parent.plain);
    MachineReport report = examine(voice);
    if (json) {
      ports.outside().out().println(json(report));
    } else {
      voice.show(
          new Report(voice.look())
              .lines(report.findings().stream().map(DoctorCommand::row).toList()));
      voice.say("");
      voice.say(summary(report));
    }
    return (report.runsEverything() ? ExitCode.OK : ExitCode.NO_LAB).code();
  }

  private MachineReport examine(Voice voice) throws InterruptedException {
    if (json || !voice.canRedraw()) {
      return ports.outfitter().examine();
    }
    try (var waiting = new SetupLines(voice)) {
      waiting.began("Look at this machine");
      return ports.outfitter().examine();
    }
  }

  private static Report.Row row(Finding finding) {
    Mark mark =
        switch (finding.state()) {
          case OK -> Mark.GOOD;
          case MISSING -> Mark.BAD;
          case WARNING -> Mark.UNSURE;
          case UNKNOWN -> Mark.OPEN;
        };
    return new Report.Row(mark, finding.title(), finding.found(), finding.remedy());
  }

  private static String summary(MachineReport report) {
    if (report.runsEverything()) {
      return "Every lab can run here. Begin with: deckhand learn";
    }
    String which =
        List.of(LabKind.values()).stream()
            .filter(kind -> !report.runs(kind))
            .map(LabKind::word)
            .reduce((one, other) -> one + ", " + other)
            .orElse("");
    String next =
        report.setupHelps()
            ? "Get what is missing: deckhand setup"
            : "Lessons without a lab work all the same: deckhand lessons";
    return "These labs cannot run yet: " + which + ". " + next;
  }

  private static String json(MachineReport report) throws JsonProcessingException {
    var labs = new LinkedHashMap<String, Object>();
    for (LabKind kind : LabKind.values()) {
      labs.put(kind.word(), Map.of("ok", report.runs(kind), "why", report.why(kind)));
    }
    var fields = new LinkedHashMap<String, Object>();
    fields.put("ok", report.runsEverything());
    fields.put("setupHelps", report.setupHelps());
    fields.put("labs", labs);
    fields.put("findings", report.findings().stream().map(DoctorCommand::fields).toList());
    return JsonMapper.builder()
        .enable(SerializationFeature.INDENT_OUTPUT)
        .build()
        .writeValueAsString(fields);
  }

  private static Map<String, Object> fields(Finding finding) {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("id", finding.id());
    fields.put("title", finding.title());
    fields.put("state", finding.state().word());
    fields.put("found", finding.found());
    fields.put("remedy", finding.remedy());
    fields.put("setupMends", finding.setupMends());
    fields.put("neededBy", finding.neededBy().stream().map(LabKind::word).sorted().toList());
    return fields;
  }
}
