package dev.deckhand.workshop.ssh;

import java.io.IOException;
import org.apache.sshd.common.channel.Channel;
import org.apache.sshd.common.channel.RequestHandler.Result;
import org.apache.sshd.common.session.Session;
import org.apache.sshd.common.util.buffer.Buffer;
import org.apache.sshd.server.channel.ChannelSession;
import org.apache.sshd.server.channel.ChannelSessionFactory;

/** A channel that takes no environment variables. */
final class SeatChannel extends ChannelSession {

  /** Makes these channels. */
  static final class Factory extends ChannelSessionFactory {
    @Override
    public Channel createChannel(Session session) {
      return new SeatChannel();
    }
  }

  @Override
  protected Result handleEnv(Buffer buffer, boolean wantReply) throws IOException {
    return Result.ReplyFailure;
  }
}
