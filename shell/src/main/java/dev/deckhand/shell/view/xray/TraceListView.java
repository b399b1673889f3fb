package dev.deckhand.shell.view.xray;

import dev.deckhand.shell.view.style.LineLayout;
import dev.deckhand.shell.view.style.LineWrapper;
import dev.deckhand.shell.view.style.RenderContext;
import dev.deckhand.shell.view.style.StyledLineBuilder;
import dev.deckhand.shell.view.style.TextKey;
import dev.deckhand.trace.ActionOutcome;
import dev.deckhand.trace.Actor;
import dev.deckhand.trace.FieldChange;
import dev.deckhand.trace.ObjectReference;
import dev.deckhand.trace.TraceAction;
import dev.deckhand.trace.TraceEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jline.utils.AttributedString;

/** Lists actions: number, time, actor, description and cause. Immutable. */
final class TraceListView {

  /** The longest field value or message that isn't cut. */
  private static final int LONGEST_VALUE = 60;

  private static final int LONGEST_MESSAGE = 160;
  private static final int NARROW_INDENT = 4;
  private static final int CONFLICT = 409;
  private static final int NOT_FOUND = 404;

  private final RenderContext context;
  private final String defaultNamespace;

  /**
   * @param home the default namespace, which isn't shown; empty for none
   */
  TraceListView(RenderContext context, String home) {
    this.context = context;
    this.defaultNamespace = home;
  }

  /** Lists acts. */
  List<AttributedString> list(List<TraceEvent> traceEvents, Instant began) {
    var lines = new ArrayList<AttributedString>();
    traceEvents.forEach(traceEvent -> lines.addAll(lines(traceEvent, began)));
    return lines;
  }

  private List<AttributedString> lines(TraceEvent traceEvent, Instant began) {
    var head =
        new StyledLineBuilder()
            .append(
                String.format(Locale.ROOT, "%3d ", traceEvent.number()), context.palette().accent())
            .append(time(Duration.between(began, traceEvent.at())) + " ", context.palette().faint())
            .build();
    var who = StyledLineBuilder.of(traceEvent.actor().name(), context.palette().strong());
    var told = describe(traceEvent);
    if (context.isNarrow()) {
      return LineLayout.concatenated(
          List.of(new StyledLineBuilder().append(head).append(who).build()),
          LineLayout.indent(
              NARROW_INDENT, LineWrapper.wrap(told, context.textWidth() - NARROW_INDENT)));
    }
    var line = new StyledLineBuilder().append(who).append(" ").append(told).build();
    return LineLayout.prefixed(
        head, LineWrapper.wrap(line, context.textWidth() - head.columnLength()));
  }

  private AttributedString describe(TraceEvent traceEvent) {
    var text = new StyledLineBuilder().append(actionText(traceEvent));
    result(traceEvent, text);
    if (traceEvent.times() > 1) {
      text.append(
          ", " + context.format(TextKey.XRAY_TIMES, traceEvent.times() - 1),
          context.palette().faint());
    }
    if (traceEvent.cause() > 0) {
      text.append(" " + context.glyphs().dot() + " ", context.palette().faint())
          .append(
              context.format(TextKey.XRAY_BECAUSE, traceEvent.cause()), context.palette().faint());
    }
    return text.build();
  }

  /** Seconds after the command began, to the millisecond. */
  static String time(Duration after) {
    return String.format(Locale.ROOT, "%+.3f s", after.toMillis() / 1000.0);
  }

  private void result(TraceEvent traceEvent, StyledLineBuilder text) {
    if (!(traceEvent.outcome() instanceof ActionOutcome.Refused(int status, String why))) {
      return;
    }
    boolean reads =
        traceEvent.action() instanceof TraceAction.Requested requested && requested.isRead();
    boolean own = traceEvent.actor().role() == Actor.Role.API_SERVER;
    String said =
        reads && status == NOT_FOUND
            ? context.format(TextKey.XRAY_NOT_THERE)
            : status == CONFLICT && !own
                ? context.format(TextKey.XRAY_CONFLICT)
                : refusalText(Integer.toString(status), truncate(why, LONGEST_MESSAGE));
    var style = reads && status == NOT_FOUND ? context.palette().faint() : context.palette().bad();
    if (own) {
      text.append(said, style);
    } else {
      text.append(", ").append(said, style);
    }
  }

  private String refusalText(String status, String why) {
    return why.isEmpty()
        ? context.format(TextKey.XRAY_REFUSED_MUTELY, status)
        : context.format(TextKey.XRAY_REFUSED, status, why);
  }

  private AttributedString actionText(TraceEvent traceEvent) {
    boolean server = traceEvent.actor().role() == Actor.Role.API_SERVER;
    if (server && traceEvent.isRefused()) {
      return AttributedString.EMPTY;
    }
    if (traceEvent.isRefused()
        && !(traceEvent.action() instanceof TraceAction.Requested)
        && !(traceEvent.action() instanceof TraceAction.EngineCalled)) {
      return StyledLineBuilder.of(context.format(TextKey.XRAY_TRIED, name(traceEvent.object())));
    }
    return StyledLineBuilder.of(
        switch (traceEvent.action()) {
          case TraceAction.Requested(var objectReference, var verb, var part) ->
              context.format(
                  TextKey.XRAY_ASKED,
                  verb,
                  part.isEmpty() ? name(objectReference) : name(objectReference) + ", " + part);
          case TraceAction.Created(var objectReference, var manager) ->
              server
                  ? context.format(TextKey.XRAY_STORED_NEW, name(objectReference))
                      + managerText(manager)
                  : context.format(TextKey.XRAY_CREATED, name(objectReference));
          case TraceAction.Changed(var objectReference, var fieldChanges, var manager) ->
              server
                  ? context.format(TextKey.XRAY_STORED_CHANGE, name(objectReference))
                      + changes(fieldChanges)
                      + managerText(manager)
                  : context.format(TextKey.XRAY_CHANGED, name(objectReference))
                      + changes(fieldChanges);
          case TraceAction.Deleted(var objectReference) ->
              context.format(
                  server ? TextKey.XRAY_STORED_DELETION : TextKey.XRAY_DELETED,
                  name(objectReference));
          case TraceAction.PassedThrough(var objectReference, var part) ->
              context.format(TextKey.XRAY_PASSED, name(objectReference), part);
          case TraceAction.Bound(var objectReference, var node) ->
              context.format(TextKey.XRAY_BOUND, name(objectReference), node);
          case TraceAction.StatusReported(var objectReference, var standing) ->
              standing.isEmpty()
                  ? context.format(TextKey.XRAY_STORED_STATUS, name(objectReference))
                  : context.format(
                      TextKey.XRAY_REPORTED,
                      name(objectReference),
                      truncate(standing, LONGEST_MESSAGE));
          case TraceAction.EventReported(var objectReference, var reason, var message, var _) ->
              context.format(
                  TextKey.XRAY_TOLD,
                  name(objectReference),
                  reason,
                  truncate(message, LONGEST_MESSAGE));
          case TraceAction.EngineCalled(var objectReference, var method, var path) ->
              context.format(TextKey.XRAY_CALLED, method, shortened(path))
                  + parenthesized(objectReference);
          case TraceAction.EngineActed(var objectReference, var action, var detail) ->
              context.format(TextKey.XRAY_HAPPENED, name(objectReference), action)
                  + (detail.isEmpty() ? "" : " (" + detail + ")");
        });
  }

  private String name(ObjectReference objectReference) {
    String kind = truncate(objectReference.kind(), LONGEST_VALUE);
    if (objectReference.name().isEmpty()) {
      return objectReference.namespace().isEmpty()
          ? context.format(TextKey.XRAY_ALL, kind)
          : context.format(TextKey.XRAY_ALL_IN, kind, objectReference.namespace());
    }
    boolean near = objectReference.namespace().equals(defaultNamespace);
    return kind
        + " "
        + truncate(near ? objectReference.name() : objectReference.path(), LONGEST_MESSAGE);
  }

  private String parenthesized(ObjectReference objectReference) {
    return objectReference.name().isEmpty() ? "" : " (" + name(objectReference) + ")";
  }

  /** Shortens ids of 64 digits to their first twelve. */
  private String shortened(String path) {
    return truncate(path.replaceAll("([0-9a-f]{12})[0-9a-f]{52}", "$1"), LONGEST_MESSAGE);
  }

  private String managerText(String manager) {
    return manager.isEmpty() ? "" : ", " + context.format(TextKey.XRAY_MANAGER, manager);
  }

  private String changes(List<FieldChange> fieldChanges) {
    var words = new ArrayList<String>();
    for (FieldChange fieldChange : fieldChanges) {
      String was = truncate(fieldChange.before(), LONGEST_VALUE);
      String is = truncate(fieldChange.after(), LONGEST_VALUE);
      String arrow = " " + context.glyphs().arrow() + " ";
      words.add(fieldChange.path() + " " + (was.isEmpty() ? is : was + arrow + is));
    }
    return words.isEmpty() ? "" : ": " + String.join("; ", words);
  }

  private String truncate(String message, int longest) {
    String text = message.strip();
    return text.codePointCount(0, text.length()) <= longest
        ? text
        : text.substring(0, text.offsetByCodePoints(0, longest - 1)) + context.glyphs().ellipsis();
  }
}
