package dev.deckhand.shell.repl;

import dev.deckhand.lesson.Script;
import dev.deckhand.session.Session;
import dev.deckhand.shell.repl.edit.CommandOffers;
import dev.deckhand.shell.repl.edit.PromptLineSource;
import dev.deckhand.shell.repl.edit.UserDefinedCommands;
import dev.deckhand.shell.repl.screen.TerminalScreen;
import dev.deckhand.shell.repl.screen.TerminalSetup;
import dev.deckhand.shell.view.prompt.Prompt;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Shows what belongs to the lines typed at a terminal, and learns from them which commands were
 * run.
 */
final class TerminalPromptListener implements PromptLineSource.PromptListener {

  private final TerminalSetup setup;
  private final TerminalScreen screen;
  private final CommandOffers commandOffers;
  private final CommandOffers javaOffers;
  private final UserDefinedCommands own;
  private boolean keyHelpShown;

  TerminalPromptListener(
      TerminalSetup setup,
      TerminalScreen screen,
      CommandOffers commandOffers,
      CommandOffers javaOffers,
      UserDefinedCommands own) {
    this.setup = setup;
    this.screen = screen;
    this.commandOffers = commandOffers;
    this.javaOffers = javaOffers;
    this.own = own;
  }

  @Override
  public String prompt(Session session) {
    commandOffers.update(session);
    javaOffers.update(session);
    Stream.concat(session.step().setup().stream(), solution(session))
        .flatMap(script -> script.entries().stream())
        .forEach(own::recordRun);
    if (!keyHelpShown && session.step().number() == 1 && commandOffers.next().isPresent()) {
      keyHelpShown = true;
      screen.showKeyHelp();
    }
    return new Prompt(screen.renderContext())
        .inStep(
            session.lesson().id().lesson(),
            session.step().number(),
            session.lesson().steps().size(),
            session.isInSandbox())
        .toAnsi(setup.terminal());
  }

  /** The solution runs in the same bash if the learner asks for it. */
  private static Stream<Script> solution(Session session) {
    @Nullable Script solution = session.step().solution();
    return solution == null ? Stream.empty() : Stream.of(solution);
  }

  @Override
  public void showQueued(String prompt, String entry) {
    screen.echo(prompt, entry);
  }

  @Override
  public void typed(PromptLineSource.TypedLine line) {
    commandOffers.recordRun(line);
    javaOffers.recordRun(line);
    if (line instanceof PromptLineSource.TypedLine.ShellLine(String text)) {
      own.recordRun(text);
    }
  }

  @Override
  public void failed(Throwable cause) {
    setup.faultLog().write(cause);
    screen.showFault(
        "The line could not be read: " + cause,
        "Type it again. The details are in " + setup.faultLog().file() + ".");
  }
}
