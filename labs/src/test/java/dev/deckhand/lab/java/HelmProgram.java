package dev.deckhand.lab.java;

import dev.deckhand.lab.helm.DeckhandHelm;
import dev.deckhand.lab.helm.HelmScene;
import java.nio.file.Path;
import java.util.List;

/** What {@code deckhand helm} does, for tests that have no packaged program. */
public final class HelmProgram {

  private HelmProgram() {}

  /** Runs it. */
  public static void main(String[] arguments) {
    var scene = new HelmScene(Path.of(System.getenv("KUBECONFIG")), Path.of("").toAbsolutePath());
    DeckhandHelm.Outcome outcome = new DeckhandHelm(scene).run(List.of(arguments));
    System.out.print(outcome.output());
    System.err.print(outcome.errors());
    System.exit(outcome.exitCode());
  }
}
