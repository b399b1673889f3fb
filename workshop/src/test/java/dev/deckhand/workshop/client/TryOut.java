package dev.deckhand.workshop.client;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;

/** Looks at a workshop by hand: joins, types lines, and prints the screen. */
public final class TryOut {

  private TryOut() {}

  /**
   * Runs it.
   *
   * @param args the address, the code, a name, a return key or nothing, and lines to type
   */
  public static void main(String[] args) throws Exception {
    try (HttpClient http = HttpClient.newHttpClient();
        var learner = ScriptedLearner.join(http, URI.create(args[0]), args[1], args[2], args[3])) {
      System.out.println("return key " + learner.returnKey());
      long began = System.nanoTime();
      learner.connect();
      learner.await("$", Duration.ofSeconds(90));
      System.out.println("prompt after " + (System.nanoTime() - began) / 1_000_000 + " ms");
      for (int i = 4; i < args.length; i++) {
        learner.type(args[i] + "\r");
        Thread.sleep(3000);
      }
      System.out.println(String.join("\n", learner.text()));
    }
  }
}
