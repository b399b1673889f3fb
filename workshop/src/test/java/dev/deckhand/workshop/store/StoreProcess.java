package dev.deckhand.workshop.store;

import dev.deckhand.workshop.room.StoredRoomEvent;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Another process with a store. It writes as fast as it can, and says what was acknowledged. */
final class StoreProcess {

  private static final int THREADS = 16;

  private StoreProcess() {}

  /** Starts one that uses a database until it's killed, and writes what it says to a file. */
  static Process start(String address, Path said) throws IOException {
    return new ProcessBuilder(
            ProcessHandle.current().info().command().orElse("java"),
            "-XX:TieredStopAtLevel=1",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            StoreProcess.class.getName(),
            address)
        .redirectErrorStream(true)
        .redirectOutput(said.toFile())
        .start();
  }

  /** What it has said so far; without a last line that was cut short. */
  static List<String> lines(Path said) {
    try {
      String text = Files.readString(said);
      return text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** Prints "NUMBER" for each acknowledged event, or why there is none. */
  public static void main(String[] arguments) throws Exception {
    var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    try (WorkshopStore store = WorkshopStores.open(arguments[0], Path.of(""), Map.of())) {
      Crowd.run(
          THREADS,
          i ->
              () -> {
                while (true) {
                  StoredRoomEvent event =
                      store.append(
                          StoreFixture.WORKSHOP,
                          StoreFixture.NOW,
                          StoreFixture.message("from " + i),
                          List.of());
                  synchronized (out) {
                    out.println(event.number());
                  }
                }
              });
    } catch (StoreUnavailable refused) {
      out.println(refused.getMessage());
    }
  }
}
