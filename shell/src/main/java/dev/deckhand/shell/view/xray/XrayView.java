package dev.deckhand.shell.view.xray;

import dev.deckhand.shell.view.style.LineLayout;
import dev.deckhand.shell.view.style.LineWrapper;
import dev.deckhand.shell.view.style.NoticeView;
import dev.deckhand.shell.view.style.RenderContext;
import dev.deckhand.shell.view.style.StyledLineBuilder;
import dev.deckhand.shell.view.style.TextKey;
import dev.deckhand.trace.Trace;
import dev.deckhand.trace.XrayResult;
import java.util.ArrayList;
import java.util.List;
import org.jline.utils.AttributedString;

/**
 * The effects of a command: a diagram of the actors if there is room, then their actions.
 * Immutable.
 */
public final class XrayView {

  private final RenderContext context;
  private final NoticeView noticeView;

  public XrayView(RenderContext context) {
    this.context = context;
    this.noticeView = new NoticeView(context);
  }

  public List<AttributedString> report(XrayResult xrayResult, int shown) {
    return switch (xrayResult) {
      case XrayResult.Captured(var trace, var settled) -> fullReport(trace, settled, shown);
      case XrayResult.Empty(var emptyReason) ->
          noticeView.text(
              context.format(
                  switch (emptyReason) {
                    case NO_LAB -> TextKey.XRAY_NO_LAB;
                    case NO_COMMAND -> TextKey.XRAY_NO_COMMAND;
                  }));
    };
  }

  /** What is new while it is followed. */
  public List<AttributedString> update(Trace trace, int shown) {
    if (trace.events().isEmpty()) {
      return noticeView.sideNote(context.format(TextKey.XRAY_FOLLOWING));
    }
    return list(trace, shown);
  }

  /** The actors alone. */
  public List<AttributedString> actors(Trace trace) {
    return trace.events().isEmpty() ? List.of() : new ActorDiagram(context).draw(trace);
  }

  private List<AttributedString> list(Trace trace, int shown) {
    return new TraceListView(context, defaultNamespace(trace))
        .list(trace.events().subList(shown, trace.events().size()), trace.window().start());
  }

  /** The namespace that goes without saying: where it began. */
  private static String defaultNamespace(Trace trace) {
    return trace.events().stream()
        .map(traceEvent -> traceEvent.object().namespace())
        .filter(namespace -> !namespace.isEmpty())
        .findFirst()
        .orElse("");
  }

  private List<AttributedString> fullReport(Trace trace, boolean settled, int shown) {
    String command = trace.window().command().strip();
    String title =
        command.isEmpty()
            ? context.format(TextKey.XRAY_LIVE_TITLE)
            : context.format(TextKey.XRAY_TITLE, command.lines().findFirst().orElse(""));
    var parts = new ArrayList<List<AttributedString>>();
    String home = defaultNamespace(trace);
    parts.add(
        LineLayout.concatenated(
            LineWrapper.wrap(
                StyledLineBuilder.of(title, context.palette().heading()), context.textWidth()),
            home.isEmpty()
                ? List.of()
                : noticeView.sideNote(context.format(TextKey.XRAY_HOME, home))));
    if (trace.events().isEmpty()) {
      parts.add(noticeView.text(context.format(TextKey.XRAY_NOTHING)));
    } else {
      parts.add(actors(trace));
      parts.add(list(trace, shown));
    }
    var ends = new ArrayList<AttributedString>();
    if (trace.unrelatedCount() > 0) {
      ends.addAll(noticeView.sideNote(context.format(TextKey.XRAY_OTHERS, trace.unrelatedCount())));
    }
    if (!settled) {
      ends.addAll(noticeView.sideNote(context.format(TextKey.XRAY_NOT_SETTLED)));
    }
    parts.add(ends);
    return LineLayout.separated(parts);
  }
}
