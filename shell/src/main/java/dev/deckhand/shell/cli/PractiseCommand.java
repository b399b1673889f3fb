package dev.deckhand.shell.cli;

import dev.deckhand.lab.LabFactory;
import dev.deckhand.lab.LabFault;
import dev.deckhand.lesson.Lesson;
import dev.deckhand.shell.view.Theme;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import picocli.CommandLine.Command;

/**
 * {@code deckhand practise}: a start without anybody, at a terminal that is not there and without a
 * lab. The launcher runs it once, in a state folder that is thrown away, so that the JVM can keep
 * what a start takes.
 */
@Command(
    name = "practise",
    hidden = true,
    description = "Start the first lesson for nobody, and leave: for the launcher.")
final class PractiseCommand implements Callable<Integer> {

  private static final String KEYS = "help\rcheck\rhint\rlessons\rdocker ps\rquit\r";
  private static final Size SCREEN = Size.of(100, 60);

  private final Ports ports;

  PractiseCommand(Ports ports) {
    this.ports = ports;
  }

  @Override
  public Integer call() throws Exception {
    Lesson lesson = ports.library().lesson(ports.library().lessons().getFirst().id()).orElseThrow();
    var voice = new Voice(ports.outside(), false);
    var bridges = new OpenBridges(ports, voice);
    LabFactory none =
        (_, _, _) -> {
          throw new LabFault(LabFault.Kind.NO_ENGINE, "This is practice.", "Nothing is lost.");
        };
    new Learn(
            ports,
            (walked, inbox, whereabouts, java, _) ->
                bridges.at(nowhere(), Theme.dark(), walked, inbox, whereabouts, java))
        .run(lesson, new Learn.Options(null, false, false), none);
    return ExitCode.OK.code();
  }

  /** A terminal whose keys are written down, and whose screen nobody sees. */
  private static Terminal nowhere() throws IOException {
    var keys = new PipedOutputStream();
    // stays open: an end of the input would leave before anything is read
    var typed = new PipedInputStream(keys, 1024);
    keys.write(KEYS.getBytes(StandardCharsets.UTF_8));
    return TerminalBuilder.builder()
        .system(false)
        .streams(typed, OutputStream.nullOutputStream())
        .type("xterm-256color")
        .size(SCREEN)
        .exec(false)
        .graphemeCluster(false)
        .build();
  }
}
