package dev.deckhand.shell.loop;

import dev.deckhand.file.IoFailure;
import dev.deckhand.lab.CommandResult;
import dev.deckhand.lab.Console;
import dev.deckhand.lab.Workspace;
import dev.deckhand.shell.step.CommandRunner;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Opens files in the learner's own editor, in one that is installed, or in the built-in one. vi is
 * used only if the learner chose it: beginners don't know how to leave it.
 */
final class EditorLauncher {

  private static final List<String> PREFERRED_EDITORS = List.of("nano", "micro");

  private static final String EDITOR_IS_SET = "test -n \"${VISUAL:-${EDITOR:-}}\"";

  private final OpenLab openLab;
  private final Screen screen;

  EditorLauncher(OpenLab openLab, Screen screen) {
    this.openLab = openLab;
    this.screen = screen;
  }

  /** Edits a file, or says on the console why it cannot be edited. */
  CommandResult edit(String name, Console console) throws InterruptedException {
    if (openLab.lookup().isPresent()) {
      return editThere(name, console);
    }
    Path file;
    try {
      file = openLab.folder().resolve(expandHome(name)).normalize();
    } catch (InvalidPathException e) {
      return fail(console, "That is no name for a file.", "For instance: edit pod.yaml");
    }
    if (Files.isDirectory(file)) {
      return fail(
          console, quoted(name) + " is a folder.", "Name a file in it: edit " + name + "/FILE");
    }
    if (Files.exists(file) && !Files.isReadable(file)) {
      return fail(console, quoted(name) + " cannot be read.", "Look with: ls -l " + name);
    }
    Path folder = file.getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      return fail(
          console,
          "There is no folder for " + quoted(name) + ".",
          "Make it first: mkdir -p FOLDER");
    }
    return open(file, console);
  }

  /** Where commands don't run on this machine, only an editor that runs there sees the file. */
  private CommandResult editThere(String name, Console console) throws InterruptedException {
    Workspace workspace = openLab.workspace();
    if (workspace.run(EDITOR_IS_SET, Console.NONE).exitCode() == 0) {
      return workspace.run("${VISUAL:-$EDITOR} " + quotedForBash(name), console);
    }
    for (String editor : PREFERRED_EDITORS) {
      if (workspace.run("type -P " + editor + " >/dev/null", Console.NONE).exitCode() == 0) {
        return workspace.run(editor + " " + quotedForBash(name), console);
      }
    }
    return fail(
        console,
        "There is no editor in this workspace.",
        "Write the file with: cat > " + name + " <<EOF");
  }

  /** A path that begins with a hyphen isn't taken for an option. */
  private static String quotedForBash(String name) {
    String path = name.startsWith("-") ? "./" + name : name;
    String home = path.startsWith("~/") ? "~/" : "";
    return home + "'" + path.substring(home.length()).replace("'", "'\\''") + "'";
  }

  private CommandResult open(Path file, Console console) throws InterruptedException {
    Workspace workspace = openLab.workspace();
    String path = "'" + file.toString().replace("'", "'\\''") + "'";
    if (workspace.run(EDITOR_IS_SET, Console.NONE).exitCode() == 0) {
      return workspace.run("${VISUAL:-$EDITOR} " + path, console);
    }
    Optional<String> installed = PREFERRED_EDITORS.stream().filter(this::isInstalled).findFirst();
    if (installed.isPresent()) {
      return workspace.run(installed.get() + " " + path, console);
    }
    Optional<FileEditor> own = screen.editor();
    if (own.isEmpty()) {
      return fail(
          console,
          "There is no editor: VISUAL and EDITOR are not set, and this is no terminal for one.",
          "Write the file with: cat > FILE <<EOF");
    }
    try {
      own.get().edit(file);
      return new CommandResult(0, "", false, Duration.ZERO);
    } catch (IOException failed) {
      return fail(
          console,
          quoted(file.toString()) + " cannot be edited: " + IoFailure.reason(failed) + ".",
          "Look at its folder with: ls -l");
    }
  }

  private String expandHome(String name) {
    String home = openLab.environment().get("HOME");
    return name.startsWith("~/") && home != null ? home + name.substring(1) : name;
  }

  private boolean isInstalled(String editor) {
    String path = openLab.environment().getOrDefault("PATH", "");
    return Stream.of(path.split(File.pathSeparator, -1))
        .filter(folder -> folder.startsWith("/"))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, editor)));
  }

  private static String quoted(String name) {
    return "\"" + name + "\"";
  }

  private static CommandResult fail(Console console, String what, String next) {
    return CommandRunner.fail(console, 1, "edit: " + what + " " + next);
  }
}
