package dev.deckhand.lab.java;

import dev.deckhand.lab.helm.HelmCli;
import dev.deckhand.lab.helm.HelmContext;
import java.nio.file.Path;
import java.util.List;

/** What {@code deckhand helm} does, for tests that have no packaged program. */
public final class HelmTestMain {

  private HelmTestMain() {}

  /** Runs it. */
  public static void main(String[] arguments) {
    var helmContext =
        new HelmContext(Path.of(System.getenv("KUBECONFIG")), Path.of("").toAbsolutePath());
    HelmCli.Result result = new HelmCli(helmContext).run(List.of(arguments));
    System.out.print(result.output());
    System.err.print(result.errors());
    System.exit(result.exitCode());
  }
}
