package dev.deckhand.lab.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckhand.lab.BootProgress;
import dev.deckhand.lab.ConfinedLab;
import dev.deckhand.lab.ConfinementLimits;
import dev.deckhand.lab.Console;
import dev.deckhand.lab.SessionFolder;
import dev.deckhand.lab.Workspace;
import dev.deckhand.lab.WorkspaceLookup.FileEntry;
import dev.deckhand.lab.start.RealLabsExtension;
import dev.deckhand.lab.start.TestcontainersLabFactory;
import dev.deckhand.lesson.LabNeeds;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The terminal of a shell in a confined container. */
@Tag("docker")
@ExtendWith(RealLabsExtension.class)
class ConfinedWorkspaceTerminalTest extends WorkspaceTerminalContract {

  private static SessionFolder folder;
  private static ConfinedLab lab;

  @BeforeAll
  static void openLab() throws InterruptedException {
    folder = RealLabsExtension.newSessionFolder();
    lab =
        labs().openConfined(LabNeeds.NONE, folder, ConfinementLimits.DEFAULT, BootProgress.SILENT);
  }

  private static TestcontainersLabFactory labs() {
    return new TestcontainersLabFactory(RealLabsExtension.settings(), Clock.systemUTC());
  }

  @AfterAll
  static void closeLab() {
    if (lab != null) {
      lab.close();
    }
  }

  @Override
  Workspace openWorkspace() throws InterruptedException {
    Workspace workspace = lab.terminal();
    workspace.run("rm -rf /work/*", Console.NONE);
    return workspace;
  }

  @Test
  void filesAndProgramsAreThoseOfTheContainer() throws Exception {
    try (Workspace workspace = lab.terminal()) {
      workspace.run(
          "mkdir sub; touch 'a b' sub/deep; printf '#!/bin/sh\\n' >run; chmod +x run",
          Console.NONE);
      var lookup = workspace.lookup().orElseThrow();
      assertThat(lookup.files("/work"))
          .contains(
              new FileEntry("sub", true, true),
              new FileEntry("a b", false, false),
              new FileEntry("run", false, true));
      assertThat(lookup.files("/work/sub")).extracting(FileEntry::name).containsExactly("deep");
      assertThat(lookup.files("/nowhere")).isEmpty();
      assertThat(lookup.program("docker")).contains("/usr/bin/docker");
      assertThat(lookup.program("no-such-program")).isEmpty();
      assertThat(lookup.programs("dock")).contains("docker");
      assertThat(lookup.output(List.of("pwd"), "/work/sub")).isEqualTo("/work/sub\n");
    }
  }

  @Test
  void aShellThatEndsItsOwnHelperGetsAnotherOne() throws Exception {
    try (Workspace workspace = lab.terminal()) {
      workspace.run("echo here >file; kill -9 -1", Console.NONE);
      assertThat(workspace.run("cat file", Console.NONE).output()).isEqualTo("here");
    }
  }

  @Test
  void aHelperThatAnswersTooLateIsAskedAgain() throws Exception {
    try (Workspace workspace = lab.terminal()) {
      workspace.run(
          "f=$(grep -al '[S]tands beside' /proc/[0-9]*/cmdline | tail -n 1); f=${f#/proc/};"
              + " helper=${f%/cmdline}; kill -STOP $helper;"
              + " (sleep 4; kill -CONT $helper) >/dev/null 2>&1 &",
          Console.NONE);
      // the answer to what is asked after that command was late

      var console = new FakeConsole().type("busy", "ls\r");
      workspace.run("echo busy; sleep 1", console);

      assertThat(console.unread()).isEqualTo("ls\n");
    }
  }

  @Test
  void theContainerOfAKilledProcessIsTakenOverWithItsFiles() throws Exception {
    var own = RealLabsExtension.newSessionFolder();
    ConfinedLab first =
        labs().openConfined(LabNeeds.NONE, own, ConfinementLimits.DEFAULT, BootProgress.SILENT);
    try {
      first.terminal().run("echo mine >file; sleep 600 &", Console.NONE);
      ConfinedLab second =
          labs().adoptConfined(LabNeeds.NONE, own, ConfinementLimits.DEFAULT).orElseThrow();
      try (Workspace workspace = second.terminal()) {
        assertThat(workspace.run("cat file", Console.NONE).output()).isEqualTo("mine");
      }
    } finally {
      first.close();
    }
  }
}
