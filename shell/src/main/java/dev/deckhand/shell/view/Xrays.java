package dev.deckhand.shell.view;

import dev.deckhand.trace.Exposure;
import dev.deckhand.trace.Trace;
import java.util.ArrayList;
import java.util.List;
import org.jline.utils.AttributedString;

/**
 * What a command led to: the actors as a picture where there is room, then their acts. Immutable.
 */
final class Xrays {

  private final Look look;
  private final Messages messages;

  Xrays(Look look) {
    this.look = look;
    this.messages = new Messages(look);
  }

  List<AttributedString> exposure(Exposure exposure, int shown) {
    return switch (exposure) {
      case Exposure.Taken(var trace, var settled) -> taken(trace, settled, shown);
      case Exposure.Blank(var why) ->
          messages.say(
              look.say(
                  switch (why) {
                    case NO_LAB -> Phrase.XRAY_NO_LAB;
                    case NO_COMMAND -> Phrase.XRAY_NO_COMMAND;
                  }));
    };
  }

  /** What is new while it is followed. */
  List<AttributedString> news(Trace trace, int shown) {
    if (trace.acts().isEmpty()) {
      return messages.aside(look.say(Phrase.XRAY_FOLLOWING));
    }
    return list(trace, shown);
  }

  /** The actors alone. */
  List<AttributedString> actors(Trace trace) {
    return trace.acts().isEmpty() ? List.of() : new ActorsPicture(look).draw(trace);
  }

  private List<AttributedString> list(Trace trace, int shown) {
    return new Acts(look, home(trace))
        .list(trace.acts().subList(shown, trace.acts().size()), trace.window().began());
  }

  /** The namespace that goes without saying: where it began. */
  private static String home(Trace trace) {
    return trace.acts().stream()
        .map(act -> act.thing().namespace())
        .filter(namespace -> !namespace.isEmpty())
        .findFirst()
        .orElse("");
  }

  private List<AttributedString> taken(Trace trace, boolean settled, int shown) {
    String command = trace.window().command().strip();
    String title =
        command.isEmpty()
            ? look.say(Phrase.XRAY_LIVE_TITLE)
            : look.say(Phrase.XRAY_TITLE, command.lines().findFirst().orElse(""));
    var parts = new ArrayList<List<AttributedString>>();
    String home = home(trace);
    parts.add(
        Lines.joined(
            Wrap.lines(Ink.of(title, look.palette().heading()), look.measure()),
            home.isEmpty() ? List.of() : messages.aside(look.say(Phrase.XRAY_HOME, home))));
    if (trace.acts().isEmpty()) {
      parts.add(messages.say(look.say(Phrase.XRAY_NOTHING)));
    } else {
      parts.add(actors(trace));
      parts.add(list(trace, shown));
    }
    var ends = new ArrayList<AttributedString>();
    if (trace.others() > 0) {
      ends.addAll(messages.aside(look.say(Phrase.XRAY_OTHERS, trace.others())));
    }
    if (!settled) {
      ends.addAll(messages.aside(look.say(Phrase.XRAY_NOT_SETTLED)));
    }
    parts.add(ends);
    return Lines.apart(parts);
  }
}
