package dev.deckhand.lesson.adoc.parser;

import dev.deckhand.lesson.adoc.document.BlockNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A block. It's filled while the file is parsed, and not changed any more. */
class ParsedBlock implements BlockNode {

  private final @Nullable ParsedBlock parent;
  private final String context;
  private final BlockAttributeMap attributes = new BlockAttributeMap();
  private final List<ParsedBlock> blocks = new ArrayList<>();
  private List<String> lines = List.of();
  private @Nullable String style;
  private @Nullable String title;
  private @Nullable String content;
  private int level;
  private int line;

  /**
   * @param parent null for what is at the top level
   */
  ParsedBlock(@Nullable ParsedBlock parent, String context) {
    this.parent = parent;
    this.context = context;
  }

  void place(int number) {
    line = number;
  }

  void give(Map<String, String> more) {
    attributes.putAll(more);
  }

  void add(ParsedBlock block) {
    blocks.add(block);
  }

  void text(List<String> source, @Nullable String converted) {
    lines = List.copyOf(source);
    content = converted;
  }

  void styled(@Nullable String name) {
    style = name;
  }

  void titled(@Nullable String converted) {
    title = converted;
  }

  void atLevel(int number) {
    level = number;
  }

  List<ParsedBlock> parsed() {
    return blocks;
  }

  @Override
  public String context() {
    return context;
  }

  @Override
  public @Nullable String style() {
    return style;
  }

  @Override
  public @Nullable String title() {
    return title;
  }

  @Override
  public int level() {
    return level;
  }

  @Override
  public int line() {
    return line;
  }

  @Override
  public Map<String, String> attributes() {
    return attributes;
  }

  @Override
  public List<String> roles() {
    String roles = AsciiSpace.strip(attribute("role"));
    return roles.isEmpty() ? List.of() : Arrays.asList(roles.split("[ \\t]+"));
  }

  @Override
  public List<BlockNode> blocks() {
    return List.copyOf(blocks);
  }

  @Override
  public @Nullable String content() {
    return content;
  }

  @Override
  public List<String> lines() {
    return lines;
  }

  @Override
  public @Nullable BlockNode parent() {
    return parent;
  }
}
