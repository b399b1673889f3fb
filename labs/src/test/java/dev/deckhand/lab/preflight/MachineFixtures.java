package dev.deckhand.lab.preflight;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Machines made of a folder. */
public final class MachineFixtures {

  private MachineFixtures() {}

  public static HostMachine of(Path root, Map<String, String> environment, boolean superuser) {
    return new HostMachine(
        environment, root.resolve("home"), root.resolve("product"), root, "Linux", superuser);
  }

  public static HostMachine debian(Path root, boolean superuser) throws IOException {
    write(root.resolve("etc/os-release"), "ID=ubuntu\nID_LIKE=\"debian\"\n");
    write(
        root.resolve("product/labs/images/catalog.tsv"),
        "# ours\nnginx:1.30\tdeckhand/nginx:1.30\tnginx\n");
    return of(root, Map.of(), superuser);
  }

  static Path write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }
}
