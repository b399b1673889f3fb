package dev.deckhand.workshop.attack;

import dev.deckhand.check.Judge;
import dev.deckhand.check.cel.CelEvaluator;
import dev.deckhand.lab.BootProgress;
import dev.deckhand.lab.Lab;
import dev.deckhand.lab.LabFactory;
import dev.deckhand.lab.LabFault;
import dev.deckhand.lab.SessionFolder;
import dev.deckhand.lesson.LabNeeds;
import dev.deckhand.lesson.pack.PackLibrary;
import dev.deckhand.shell.cli.common.CommandContext;
import dev.deckhand.shell.cli.common.ProgramEnvironment;
import dev.deckhand.shell.loop.FaultLog;
import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.OptionalLong;
import java.util.random.RandomGenerator;
import picocli.CommandLine.Model.CommandSpec;

/**
 * What seats need of the program, on a machine that can start no labs: each seat has the real
 * shell, which shows a prompt and takes lines, and runs no commands.
 */
final class LablessContext {

  private LablessContext() {}

  static CommandContext in(Path folder, Clock clock) {
    var nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    var environment =
        new ProgramEnvironment(
            Map.of(),
            folder,
            folder,
            folder,
            new ByteArrayInputStream(new byte[0]),
            nowhere,
            nowhere,
            false,
            false,
            clock,
            RandomGenerator.getDefault());
    var judge = new Judge(new CelEvaluator());
    var faults = new FaultLog(folder.resolve("faults.log"), clock);
    return (CommandContext)
        Proxy.newProxyInstance(
            LablessContext.class.getClassLoader(),
            new Class<?>[] {CommandContext.class},
            (_, method, _) ->
                switch (method.getName()) {
                  case "environment" -> environment;
                  case "library" -> PackLibrary.builtIn();
                  case "labs" -> new NoLabs();
                  case "judge" -> judge;
                  case "faultLog" -> faults;
                  case "commandSpec" -> CommandSpec.create();
                  case "availableMemory" -> OptionalLong.empty();
                  default -> throw new UnsupportedOperationException(method.getName());
                });
  }

  private static final class NoLabs implements LabFactory {
    @Override
    public Lab open(LabNeeds needs, SessionFolder folder, BootProgress progress) {
      throw new LabFault(LabFault.Kind.NOT_STARTED, "There are no labs here.", "Go on without.");
    }
  }
}
