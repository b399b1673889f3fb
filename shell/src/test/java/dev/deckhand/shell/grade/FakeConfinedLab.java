package dev.deckhand.shell.grade;

import dev.deckhand.lab.ConfinedLab;
import dev.deckhand.lab.Lab;
import dev.deckhand.lab.Workspace;
import dev.deckhand.lab.WorkspaceContent;
import dev.deckhand.shell.loop.FakeLab;
import java.util.Collection;
import java.util.List;

/** A confined lab without an engine: the world of {@link FakeLab}. */
public final class FakeConfinedLab implements ConfinedLab {

  private final FakeLab world = new FakeLab();
  private final Lab lab;
  private final Workspace workspace;

  /**
   * @param calls counts the calls of the lab and the workspace
   */
  public FakeConfinedLab(FaultyCalls calls) {
    this.lab = calls.counted(Lab.class, world);
    this.workspace = calls.counted(Workspace.class, world);
  }

  /** The world itself, whose calls aren't counted. */
  public FakeLab world() {
    return world;
  }

  @Override
  public Lab lab() {
    return lab;
  }

  @Override
  public List<String> images() {
    return List.of("fake:1 sha256:0");
  }

  @Override
  public Workspace terminal() {
    return workspace;
  }

  @Override
  public Workspace submitted() {
    return workspace;
  }

  @Override
  public Workspace authored() {
    return workspace;
  }

  @Override
  public void write(Collection<WorkspaceContent> files) {}

  @Override
  public void pause() {}

  @Override
  public void clear() throws InterruptedException {
    world.clear();
  }

  @Override
  public void close() {
    world.close();
  }
}
