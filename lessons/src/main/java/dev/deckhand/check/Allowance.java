package dev.deckhand.check;

import dev.cel.common.ast.CelExpr;
import dev.cel.runtime.CelEvaluationListener;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * What one evaluation may cost: counted, not timed, so that it ends alike on every machine.
 *
 * <p>CEL bounds its loops, but not the texts and lists that are built in them.
 */
final class Allowance implements CelEvaluationListener {
  /** About a million steps, or texts and lists of that many characters and elements in all. */
  private static final long MOST = 16_000_000;

  private static final int STEP = 16;

  private long spent;

  @Override
  public void callback(CelExpr expression, @Nullable Object value) {
    spent += STEP;
    if (value instanceof String text) {
      spent += text.length();
    } else if (value instanceof Collection<?> list) {
      spent += list.size();
    }
    if (isSpent()) {
      throw new IllegalStateException("an expression costs more than it may");
    }
  }

  /** What was spent, in steps. */
  int steps() {
    return Math.toIntExact(Math.min(spent, 2 * MOST) / STEP);
  }

  boolean isSpent() {
    return spent > MOST;
  }
}
