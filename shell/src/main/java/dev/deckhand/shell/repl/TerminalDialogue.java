package dev.deckhand.shell.repl;

import dev.deckhand.lesson.Script;
import dev.deckhand.session.Session;
import dev.deckhand.shell.view.Prompt;
import java.util.stream.Stream;
import org.jline.terminal.Terminal;
import org.jspecify.annotations.Nullable;

/** What is said around the lines that are typed at a terminal, and what is learned from them. */
final class TerminalDialogue implements PromptSource.Dialogue {

  private final Terminal terminal;
  private final TerminalScreen screen;
  private final Offers offers;
  private final Offers javaOffers;
  private final OwnCommands own;
  private boolean told;

  TerminalDialogue(
      Terminal terminal, TerminalScreen screen, Offers offers, Offers javaOffers, OwnCommands own) {
    this.terminal = terminal;
    this.screen = screen;
    this.offers = offers;
    this.javaOffers = javaOffers;
    this.own = own;
  }

  @Override
  public String prompt(Session session) {
    offers.at(session);
    javaOffers.at(session);
    Stream.concat(session.step().setup().stream(), solution(session))
        .flatMap(script -> script.entries().stream())
        .forEach(own::ran);
    if (!told && session.step().number() == 1 && offers.next().isPresent()) {
      told = true;
      screen.tellKeys();
    }
    return new Prompt(screen.look())
        .inStep(
            session.lesson().id().lesson(),
            session.step().number(),
            session.lesson().steps().size(),
            session.playing())
        .toAnsi(terminal);
  }

  /** It runs in the same bash where the learner has it done. */
  private static Stream<Script> solution(Session session) {
    @Nullable Script solution = session.step().solution();
    return solution == null ? Stream.empty() : Stream.of(solution);
  }

  @Override
  public void turn(String prompt, String entry) {
    screen.echo(prompt, entry);
  }

  @Override
  public void typed(String entry) {
    offers.ran(entry);
    javaOffers.ran(entry);
    own.ran(entry);
  }
}
