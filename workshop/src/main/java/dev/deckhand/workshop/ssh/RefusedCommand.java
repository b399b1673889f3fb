package dev.deckhand.workshop.ssh;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.apache.sshd.server.Environment;
import org.apache.sshd.server.ExitCallback;
import org.apache.sshd.server.channel.ChannelSession;
import org.apache.sshd.server.command.Command;
import org.jspecify.annotations.Nullable;

/** Says that there are neither commands nor file transfers, and runs nothing. */
final class RefusedCommand implements Command {

  private static final String ANSWER =
      "The workshop has only its terminal: no commands, file transfers or forwarding. Next: connect"
          + " without them, ssh -p PORT NAME@HOST\n";

  private @Nullable OutputStream errors;
  private @Nullable ExitCallback exit;

  @Override
  public void start(ChannelSession channel, Environment environment) {
    Thread.ofVirtual().name("workshop-ssh-refusal-", 0).start(this::answer);
  }

  private void answer() {
    OutputStream stream = errors;
    ExitCallback callback = exit;
    if (stream == null || callback == null) {
      return;
    }
    try {
      stream.write(ANSWER.getBytes(StandardCharsets.US_ASCII));
      stream.flush();
    } catch (IOException gone) {
      // there's nobody to tell
    }
    callback.onExit(1);
  }

  @Override
  public void setErrorStream(OutputStream stream) {
    errors = stream;
  }

  @Override
  public void setExitCallback(ExitCallback callback) {
    exit = callback;
  }

  @Override
  public void setInputStream(InputStream stream) {}

  @Override
  public void setOutputStream(OutputStream stream) {}

  @Override
  public void destroy(ChannelSession channel) {}
}
