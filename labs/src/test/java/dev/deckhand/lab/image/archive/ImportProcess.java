package dev.deckhand.lab.image.archive;

import dev.deckhand.lab.BootProgress;
import dev.deckhand.lab.ImageExchange.ImportOptions;
import dev.deckhand.lab.container.HostEngine;
import dev.deckhand.lab.docker.EngineAddress;
import dev.deckhand.lab.start.LabImageChoice;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** Imports a file, and stops in the middle of its second image to be killed. */
final class ImportProcess {

  static final String IN_THE_MIDDLE = "in the middle";

  private ImportProcess() {}

  /**
   * Imports a file.
   *
   * @param arguments the engine's address and the file
   */
  public static void main(String[] arguments) throws Exception {
    var host = HostEngine.connect(new EngineAddress(URI.create(arguments[0]), null));
    try (var exchange =
        new EngineImageExchange(host, LabImageChoice.of(Map.of()), "0.1.0", Clock.systemUTC())) {
      exchange.importFrom(Path.of(arguments[1]), new ImportOptions("", false), new Halting());
    }
  }

  private static final class Halting implements BootProgress {

    @Override
    public void began(String step) {}

    @Override
    public void advanced(String step, long done, long total, String unit) {
      if (step.contains("(2 of") && done > total / 2) {
        System.out.println(IN_THE_MIDDLE);
        System.out.flush();
        try {
          new CountDownLatch(1).await();
        } catch (InterruptedException stopped) {
          Thread.currentThread().interrupt();
        }
      }
    }

    @Override
    public void finished(String step, Duration took) {}
  }
}
