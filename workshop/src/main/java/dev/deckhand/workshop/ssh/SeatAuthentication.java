package dev.deckhand.workshop.ssh;

import dev.deckhand.workshop.room.Refusal;
import dev.deckhand.workshop.room.SeatId;
import dev.deckhand.workshop.room.Workshop;
import java.io.IOException;
import org.apache.sshd.common.AttributeRepository.AttributeKey;
import org.apache.sshd.common.SshConstants;
import org.apache.sshd.common.SshException;
import org.apache.sshd.common.util.buffer.Buffer;
import org.apache.sshd.server.auth.AbstractUserAuth;
import org.apache.sshd.server.session.ServerSession;
import org.jspecify.annotations.Nullable;

/**
 * Asks for the join code, and for the return key if somebody has the name. One for each try; the
 * name is the one that the client logs in with.
 */
final class SeatAuthentication extends AbstractUserAuth {

  /** The method's name in the protocol. */
  static final String NAME = "keyboard-interactive";

  /** Which seat a session has. */
  static final AttributeKey<SeatId> SEAT = new AttributeKey<>();

  private static final AttributeKey<Integer> REFUSALS = new AttributeKey<>();
  private static final int LONGEST = 200;

  /** What the client was asked last. */
  private enum Question {
    CODE,
    RETURN_KEY,
    /** Whether the learner has seen the return key. */
    SEEN
  }

  private final Workshop workshop;
  private final SshLimits limits;
  private Question question = Question.CODE;
  private String code = "";

  SeatAuthentication(Workshop workshop, SshLimits limits) {
    super(NAME);
    this.workshop = workshop;
    this.limits = limits;
  }

  @Override
  protected @Nullable Boolean doAuth(Buffer buffer, boolean init) throws Exception {
    if (init) {
      if (getUsername().length() > LONGEST) {
        return refuse("The name is too long.");
      }
      return ask(
          Question.CODE,
          "Workshop: "
              + workshop.course().title()
              + "\nThe join code is on the instructor's screen.",
          "Join code: ",
          true);
    }
    String answer = answer(buffer);
    return switch (question) {
      case CODE -> {
        code = answer;
        yield join("");
      }
      case RETURN_KEY -> answer.isBlank() ? refuse("The return key is missing.") : join(answer);
      case SEEN -> Boolean.TRUE;
    };
  }

  private static String answer(Buffer buffer) throws SshException {
    if (buffer.getUByte() != SshConstants.SSH_MSG_USERAUTH_INFO_RESPONSE || buffer.getInt() != 1) {
      throw new SshException("not an answer to one question");
    }
    String answer = buffer.getString();
    return answer.length() > LONGEST ? answer.substring(0, LONGEST) : answer;
  }

  private @Nullable Boolean join(String returnKey) throws IOException {
    ServerSession session = getServerSession();
    try {
      Workshop.Ticket ticket =
          workshop.join(code, getUsername(), returnKey, ConnectionGate.addressOf(session));
      session.setAttribute(SEAT, ticket.seat());
      return returnKey.isEmpty()
          ? ask(
              Question.SEEN,
              "You have a seat. Your return key is\n\n    "
                  + ticket.returnKey()
                  + "\n\nWrite it down: with it and your name you get back to your seat, also from"
                  + " another computer.",
              "Press Enter to go on: ",
              true)
          : Boolean.TRUE;
    } catch (Refusal refusal) {
      if (refusal.reason() == Refusal.Reason.NAME_TAKEN && returnKey.isEmpty()) {
        return ask(
            Question.RETURN_KEY,
            "Somebody in the workshop has this name. If it's you, type the return key that you got"
                + " when you joined. If not, press Ctrl-C and log in with another name.",
            "Return key: ",
            false);
      }
      return refuse(refusal.problem() + " " + refusal.remedy());
    }
  }

  /** Asks one question; the answer comes to {@link #doAuth} later. */
  private @Nullable Boolean ask(Question next, String instruction, String prompt, boolean echo)
      throws IOException {
    question = next;
    ServerSession session = getServerSession();
    Buffer out = session.createBuffer(SshConstants.SSH_MSG_USERAUTH_INFO_REQUEST);
    out.putString("");
    out.putString(PrintableText.of(instruction));
    out.putString("");
    out.putInt(1);
    out.putString(prompt);
    out.putBoolean(echo);
    session.writePacket(out);
    return null;
  }

  private Boolean refuse(String why) throws IOException {
    ServerSession session = getServerSession();
    Integer earlier = session.getAttribute(REFUSALS);
    int refusals = earlier == null ? 1 : earlier + 1;
    session.setAttribute(REFUSALS, refusals);
    if (refusals >= limits.tries()) {
      session.disconnect(
          SshConstants.SSH2_DISCONNECT_NO_MORE_AUTH_METHODS_AVAILABLE, PrintableText.of(why));
      return Boolean.FALSE;
    }
    Buffer out = session.createBuffer(SshConstants.SSH_MSG_USERAUTH_BANNER);
    out.putString(PrintableText.of(why) + "\r\n");
    out.putString("");
    session.writePacket(out);
    return Boolean.FALSE;
  }
}
