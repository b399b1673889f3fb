package dev.deckhand.session;

import java.util.ArrayList;
import java.util.List;

/** One update under way: the session as it becomes, and the effects in their order. */
final class Turn {

  private final List<Effect> effects = new ArrayList<>();
  private Session session;

  Turn(Session session) {
    this.session = session;
  }

  Session session() {
    return session;
  }

  StepWork work() {
    return session.work();
  }

  void become(Session next) {
    session = next;
  }

  void desk(Desk next) {
    session = session.withDesk(next);
  }

  void work(StepWork next) {
    session = session.withWork(next);
  }

  void add(Effect effect) {
    effects.add(effect);
  }

  void show(Scene scene) {
    effects.add(new Effect.Show(scene));
  }

  void say(Scene.Saying saying, String detail) {
    show(new Scene.Remark(saying, detail));
  }

  void record(Deed deed) {
    effects.add(new Effect.WriteDown(deed));
  }

  Update.Result result() {
    return new Update.Result(session, List.copyOf(effects));
  }
}
