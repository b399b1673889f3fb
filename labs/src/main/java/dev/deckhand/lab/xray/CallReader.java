package dev.deckhand.lab.xray;

import dev.deckhand.lab.xray.HttpSide.Body;
import dev.deckhand.lab.xray.HttpSide.Head;
import dev.deckhand.trace.Clue;
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
 * Makes clues of what goes over one connection to an engine: first lines, the program's name and
 * the status. Bodies, and all of a query but names, pass unread: passwords travel there.
 */
final class CallReader {

  private static final Pattern VERSION = Pattern.compile("^/v\\d+\\.\\d+(?=/)");
  private static final Pattern NAME =
      Pattern.compile("(?:^|&)(?:name|fromImage|t|repo|container)=([^&]*)");
  private static final int LONGEST = 300;

  private final Supplier<String> ids;
  private final Clock clock;
  private final Consumer<Clue.Call> calls;
  private final Deque<Clue.Call> open = new ArrayDeque<>();
  private final HttpSide asked = new HttpSide(this::asked);
  private final HttpSide answered = new HttpSide(this::answered);

  CallReader(Supplier<String> ids, Clock clock, Consumer<Clue.Call> calls) {
    this.ids = ids;
    this.clock = clock;
    this.calls = calls;
  }

  /** What goes to the engine. */
  HttpSide toEngine() {
    return asked;
  }

  /** What comes back. */
  HttpSide fromEngine() {
    return answered;
  }

  private synchronized Body asked(Head head) {
    String[] words = head.first().split(" ", -1);
    if (words.length != 3 || !words[2].startsWith("HTTP/1.")) {
      return new Body.Rest();
    }
    String[] target = words[1].split("\\?", 2);
    var now = clock.instant();
    var call =
        new Clue.Call(
            ids.get(),
            cut(head.header("User-Agent")),
            cut(words[0]),
            cut(VERSION.matcher(target[0]).replaceFirst("")),
            target.length > 1 ? name(target[1]) : "",
            now,
            now,
            0);
    open.add(call);
    calls.accept(call);
    Body body = head.framed(new Body.Length(0));
    // what follows such a request and its body is no HTTP any more, unless the engine declines
    return head.header("Upgrade").isEmpty() || (body instanceof Body.Length(var n) && n > 0)
        ? body
        : new Body.Rest();
  }

  private synchronized Body answered(Head head) {
    int status = Integer.parseInt(head.first().split(" ", 3)[1]);
    if (status == 100) {
      return new Body.Length(0);
    }
    Clue.Call call = open.remove();
    calls.accept(
        new Clue.Call(
            call.id(),
            call.program(),
            call.method(),
            call.path(),
            call.name(),
            call.at(),
            clock.instant(),
            status));
    boolean bare = call.method().equals("HEAD") || List.of(204, 304).contains(status);
    if (status == 101) {
      return new Body.Rest();
    }
    return bare ? new Body.Length(0) : head.framed(new Body.Rest());
  }

  private static String name(String query) {
    Matcher matcher = NAME.matcher(query);
    if (!matcher.find()) {
      return "";
    }
    try {
      return cut(URLDecoder.decode(matcher.group(1), StandardCharsets.UTF_8));
    } catch (IllegalArgumentException unreadable) {
      return "";
    }
  }

  private static String cut(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
  }
}
