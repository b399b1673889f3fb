package dev.deckhand.workshop.smoke;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** What servers leave on the engine. */
public final class Labs {

  private Labs() {}

  /** Removes what belongs to a state folder, by the program's own command. */
  public static void removeAll(Path state) throws IOException, InterruptedException {
    for (String workshop : List.of("kubernetes", "containers")) {
      var builder =
          new ProcessBuilder(
              Path.of(System.getProperty("java.home"), "bin", "java").toString(),
              "-cp",
              Path.of("target", "app").toAbsolutePath() + "/*",
              "dev.deckhand.shell.Main",
              "clean",
              "--yes");
      builder
          .environment()
          .put("DECKHAND_STATE", state.resolve("workshops").resolve(workshop).toString());
      builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.INHERIT);
      builder.start().waitFor();
    }
  }
}
