package dev.deckhand.lab.workspace.local;

import com.sun.jna.NativeLong;
import com.sun.jna.Platform;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * The terminal of a shell, seen from the controlling side: its modes, and input that no program has
 * read.
 */
final class TerminalDevice {

  private static final int TCSANOW = 0;
  private static final short POLLOUT = 4;
  private static final int READ_WRITE_NO_CONTROL_NO_WAIT =
      Platform.isMac() ? 0x2 | 0x20000 | 0x4 : 0x2 | 0x100 | 0x800;

  private final LibC libc;
  private final int master;
  private final String name;
  private byte[] savedModes = new byte[0];

  /**
   * @param master the descriptor of the controlling side
   * @param name the path of the shell's side
   */
  TerminalDevice(LibC libc, int master, String name) {
    this.libc = libc;
    this.master = master;
    this.name = name;
  }

  /** The path of the shell's side. */
  String name() {
    return name;
  }

  /** Saves the current modes. */
  void saveModes() {
    savedModes = modes(master);
  }

  /** Restores the saved modes, whatever a program changed. */
  void restoreModes() {
    if (savedModes.length > 0 && !Arrays.equals(savedModes, modes(master))) {
      libc.tcsetattr(master, TCSANOW, savedModes);
    }
  }

  /** Whether a process group is in the foreground. */
  boolean isForeground(long group) {
    return libc.tcgetpgrp(master) == group;
  }

  /** Whether more input can be written without blocking. */
  boolean canAcceptInput() {
    var descriptor =
        ByteBuffer.allocate(8).order(ByteOrder.nativeOrder()).putInt(master).putShort(POLLOUT);
    return libc.poll(descriptor.array(), new NativeLong(1), 0) > 0;
  }

  /** Removes and returns input that no program has read. */
  byte[] takeUnread() {
    int descriptor = libc.open(name, READ_WRITE_NO_CONTROL_NO_WAIT);
    if (descriptor < 0) {
      return new byte[0];
    }
    try {
      return readAll(descriptor);
    } finally {
      libc.close(descriptor);
    }
  }

  private byte[] readAll(int descriptor) {
    var before = modes(descriptor);
    var raw = before.clone();
    libc.cfmakeraw(raw);
    libc.tcsetattr(descriptor, TCSANOW, raw);
    var unread = new ByteArrayOutputStream();
    var buffer = new byte[4096];
    for (int read = read(descriptor, buffer); read > 0; read = read(descriptor, buffer)) {
      for (int i = 0; i < read; i++) {
        if (buffer[i] != 0) { // an end of input that no program has read
          unread.write(buffer[i]);
        }
      }
    }
    libc.tcsetattr(descriptor, TCSANOW, before);
    return unread.toByteArray();
  }

  private int read(int descriptor, byte[] buffer) {
    return libc.read(descriptor, buffer, new NativeLong(buffer.length)).intValue();
  }

  private byte[] modes(int descriptor) {
    var modes = new byte[128]; // the largest known layout has 72
    libc.tcgetattr(descriptor, modes);
    return modes;
  }
}
