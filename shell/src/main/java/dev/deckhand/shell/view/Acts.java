package dev.deckhand.shell.view;

import dev.deckhand.trace.Act;
import dev.deckhand.trace.Actor;
import dev.deckhand.trace.Change;
import dev.deckhand.trace.Deed;
import dev.deckhand.trace.Outcome;
import dev.deckhand.trace.Thing;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jline.utils.AttributedString;

/** Acts, one after another: number, time, who, what, and after which other act. Immutable. */
final class Acts {

  /** Values of fields and messages of strangers are cut here. */
  private static final int LONGEST_VALUE = 60;

  private static final int LONGEST_MESSAGE = 160;
  private static final int NARROW_INDENT = 4;
  private static final int CONFLICT = 409;
  private static final int NOT_FOUND = 404;

  private final Look look;
  private final String home;

  /**
   * @param home the namespace that goes without saying; empty for none
   */
  Acts(Look look, String home) {
    this.look = look;
    this.home = home;
  }

  /** Lists acts. */
  List<AttributedString> list(List<Act> acts, Instant began) {
    var lines = new ArrayList<AttributedString>();
    acts.forEach(act -> lines.addAll(act(act, began)));
    return lines;
  }

  private List<AttributedString> act(Act act, Instant began) {
    var head =
        new Ink()
            .put(String.format(Locale.ROOT, "%3d ", act.number()), look.palette().accent())
            .put(time(Duration.between(began, act.at())) + " ", look.palette().faint())
            .done();
    var who = Ink.of(act.by().name(), look.palette().strong());
    var told = told(act);
    if (look.narrow()) {
      return Lines.joined(
          List.of(new Ink().put(head).put(who).done()),
          Lines.indent(NARROW_INDENT, Wrap.lines(told, look.measure() - NARROW_INDENT)));
    }
    var line = new Ink().put(who).put(" ").put(told).done();
    return Lines.hang(head, Wrap.lines(line, look.measure() - head.columnLength()));
  }

  private AttributedString told(Act act) {
    var text = new Ink().put(what(act));
    result(act, text);
    if (act.times() > 1) {
      text.put(", " + look.say(Phrase.XRAY_TIMES, act.times() - 1), look.palette().faint());
    }
    if (act.cause() > 0) {
      text.put(" " + look.marks().dot() + " ", look.palette().faint())
          .put(look.say(Phrase.XRAY_BECAUSE, act.cause()), look.palette().faint());
    }
    return text.done();
  }

  /** Seconds after the command began, to the millisecond. */
  static String time(Duration after) {
    return String.format(Locale.ROOT, "%+.3f s", after.toMillis() / 1000.0);
  }

  private void result(Act act, Ink text) {
    if (!(act.outcome() instanceof Outcome.Refused(int status, String why))) {
      return;
    }
    boolean reads = act.deed() instanceof Deed.Asked asked && asked.reads();
    boolean own = act.by().role() == Actor.Role.API_SERVER;
    String said =
        reads && status == NOT_FOUND
            ? look.say(Phrase.XRAY_NOT_THERE)
            : status == CONFLICT && !own
                ? look.say(Phrase.XRAY_CONFLICT)
                : refused(Integer.toString(status), cut(why, LONGEST_MESSAGE));
    var style = reads && status == NOT_FOUND ? look.palette().faint() : look.palette().bad();
    if (own) {
      text.put(said, style);
    } else {
      text.put(", ").put(said, style);
    }
  }

  private String refused(String status, String why) {
    return why.isEmpty()
        ? look.say(Phrase.XRAY_REFUSED_MUTELY, status)
        : look.say(Phrase.XRAY_REFUSED, status, why);
  }

  private AttributedString what(Act act) {
    boolean server = act.by().role() == Actor.Role.API_SERVER;
    if (server && act.refused()) {
      return AttributedString.EMPTY;
    }
    if (act.refused()
        && !(act.deed() instanceof Deed.Asked)
        && !(act.deed() instanceof Deed.Called)) {
      return Ink.of(look.say(Phrase.XRAY_TRIED, name(act.thing())));
    }
    return Ink.of(
        switch (act.deed()) {
          case Deed.Asked(var thing, var verb, var part) ->
              look.say(
                  Phrase.XRAY_ASKED,
                  verb,
                  part.isEmpty() ? name(thing) : name(thing) + ", " + part);
          case Deed.Created(var thing, var manager) ->
              server
                  ? look.say(Phrase.XRAY_STORED_NEW, name(thing)) + managed(manager)
                  : look.say(Phrase.XRAY_CREATED, name(thing));
          case Deed.Changed(var thing, var changes, var manager) ->
              server
                  ? look.say(Phrase.XRAY_STORED_CHANGE, name(thing))
                      + changes(changes)
                      + managed(manager)
                  : look.say(Phrase.XRAY_CHANGED, name(thing)) + changes(changes);
          case Deed.Deleted(var thing) ->
              look.say(server ? Phrase.XRAY_STORED_DELETION : Phrase.XRAY_DELETED, name(thing));
          case Deed.Passed(var thing, var part) -> look.say(Phrase.XRAY_PASSED, name(thing), part);
          case Deed.Bound(var thing, var node) -> look.say(Phrase.XRAY_BOUND, name(thing), node);
          case Deed.Reported(var thing, var standing) ->
              standing.isEmpty()
                  ? look.say(Phrase.XRAY_STORED_STATUS, name(thing))
                  : look.say(Phrase.XRAY_REPORTED, name(thing), cut(standing, LONGEST_MESSAGE));
          case Deed.Told(var thing, var reason, var message, var _) ->
              look.say(Phrase.XRAY_TOLD, name(thing), reason, cut(message, LONGEST_MESSAGE));
          case Deed.Called(var thing, var method, var path) ->
              look.say(Phrase.XRAY_CALLED, method, shortened(path)) + aside(thing);
          case Deed.Happened(var thing, var action, var detail) ->
              look.say(Phrase.XRAY_HAPPENED, name(thing), action)
                  + (detail.isEmpty() ? "" : " (" + detail + ")");
        });
  }

  private String name(Thing thing) {
    String kind = cut(thing.kind(), LONGEST_VALUE);
    if (thing.name().isEmpty()) {
      return thing.namespace().isEmpty()
          ? look.say(Phrase.XRAY_ALL, kind)
          : look.say(Phrase.XRAY_ALL_IN, kind, thing.namespace());
    }
    boolean near = thing.namespace().equals(home);
    return kind + " " + cut(near ? thing.name() : thing.path(), LONGEST_MESSAGE);
  }

  private String aside(Thing thing) {
    return thing.name().isEmpty() ? "" : " (" + name(thing) + ")";
  }

  /** The 64 digits of an id say no more than its first twelve. */
  private String shortened(String path) {
    return cut(path.replaceAll("([0-9a-f]{12})[0-9a-f]{52}", "$1"), LONGEST_MESSAGE);
  }

  private String managed(String manager) {
    return manager.isEmpty() ? "" : ", " + look.say(Phrase.XRAY_MANAGER, manager);
  }

  private String changes(List<Change> changes) {
    var words = new ArrayList<String>();
    for (Change change : changes) {
      String was = cut(change.was(), LONGEST_VALUE);
      String is = cut(change.is(), LONGEST_VALUE);
      String arrow = " " + look.marks().arrow() + " ";
      words.add(change.path() + " " + (was.isEmpty() ? is : was + arrow + is));
    }
    return words.isEmpty() ? "" : ": " + String.join("; ", words);
  }

  private String cut(String message, int longest) {
    String text = message.strip();
    return text.codePointCount(0, text.length()) <= longest
        ? text
        : text.substring(0, text.offsetByCodePoints(0, longest - 1)) + look.marks().ellipsis();
  }
}
