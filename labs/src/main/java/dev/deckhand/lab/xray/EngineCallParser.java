package dev.deckhand.lab.xray;

import dev.deckhand.lab.xray.HttpStreamParser.BodyFraming;
import dev.deckhand.lab.xray.HttpStreamParser.MessageHead;
import dev.deckhand.trace.ActivityRecord;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Records the calls on one connection to an engine: request lines, the program's name and the
 * status. Bodies and most of the query aren't read, since they may contain passwords.
 */
final class EngineCallParser {

  private static final Pattern VERSION = Pattern.compile("^/v\\d+\\.\\d+(?=/)");
  private static final Pattern NAME =
      Pattern.compile("(?:^|&)(?:name|fromImage|t|repo|container)=([^&]*)");
  private static final int MAX_LENGTH = 300;

  private final Supplier<String> ids;
  private final Clock clock;
  private final Consumer<ActivityRecord.EngineCall> engineCalls;
  private final Deque<ActivityRecord.EngineCall> pending = new ArrayDeque<>();
  private final HttpStreamParser requests = new HttpStreamParser(this::requestRead);
  private final HttpStreamParser responses = new HttpStreamParser(this::responseRead);

  EngineCallParser(
      Supplier<String> ids, Clock clock, Consumer<ActivityRecord.EngineCall> engineCalls) {
    this.ids = ids;
    this.clock = clock;
    this.engineCalls = engineCalls;
  }

  /** The requests to the engine. */
  HttpStreamParser toEngine() {
    return requests;
  }

  /** The engine's responses. */
  HttpStreamParser fromEngine() {
    return responses;
  }

  private synchronized BodyFraming requestRead(MessageHead messageHead) {
    String[] words = messageHead.startLine().split(" ", -1);
    if (words.length != 3 || !words[2].startsWith("HTTP/1.")) {
      return new BodyFraming.UntilClose();
    }
    String[] target = words[1].split("\\?", 2);
    var now = clock.instant();
    var engineCall =
        new ActivityRecord.EngineCall(
            ids.get(),
            truncate(messageHead.header("User-Agent")),
            truncate(words[0]),
            truncate(VERSION.matcher(target[0]).replaceFirst("")),
            target.length > 1 ? name(target[1]) : "",
            now,
            now,
            0);
    pending.add(engineCall);
    engineCalls.accept(engineCall);
    BodyFraming bodyFraming = messageHead.bodyFraming(new BodyFraming.FixedLength(0));
    // after such a request the connection isn't HTTP any more, unless the engine refuses
    return messageHead.header("Upgrade").isEmpty()
            || (bodyFraming instanceof BodyFraming.FixedLength(var n) && n > 0)
        ? bodyFraming
        : new BodyFraming.UntilClose();
  }

  private synchronized BodyFraming responseRead(MessageHead messageHead) {
    int status = Integer.parseInt(messageHead.startLine().split(" ", 3)[1]);
    if (status == 100) {
      return new BodyFraming.FixedLength(0);
    }
    ActivityRecord.EngineCall engineCall = pending.remove();
    engineCalls.accept(
        new ActivityRecord.EngineCall(
            engineCall.id(),
            engineCall.program(),
            engineCall.method(),
            engineCall.path(),
            engineCall.name(),
            engineCall.at(),
            clock.instant(),
            status));
    boolean bare = engineCall.method().equals("HEAD") || List.of(204, 304).contains(status);
    if (status == 101) {
      return new BodyFraming.UntilClose();
    }
    return bare
        ? new BodyFraming.FixedLength(0)
        : messageHead.bodyFraming(new BodyFraming.UntilClose());
  }

  private static String name(String query) {
    Matcher matcher = NAME.matcher(query);
    if (!matcher.find()) {
      return "";
    }
    try {
      return truncate(URLDecoder.decode(matcher.group(1), StandardCharsets.UTF_8));
    } catch (IllegalArgumentException unreadable) {
      return "";
    }
  }

  private static String truncate(String text) {
    return text.length() <= MAX_LENGTH ? text : text.substring(0, MAX_LENGTH);
  }
}
