package dev.deckhand.lab.workspace.local;

import com.sun.jna.Library;
import com.sun.jna.NativeLong;

/**
 * The functions of the C library that Java doesn't offer. Structures are passed as bytes, so that
 * their layout doesn't matter.
 */
interface LibC extends Library {

  int tcgetattr(int descriptor, byte[] modes);

  int tcsetattr(int descriptor, int action, byte[] modes);

  void cfmakeraw(byte[] modes);

  int tcgetpgrp(int descriptor);

  int mkfifo(String path, int permissions);

  int open(String path, int flags);

  NativeLong read(int descriptor, byte[] buffer, NativeLong length);

  int close(int descriptor);

  int poll(byte[] descriptors, NativeLong count, int milliseconds);

  int kill(int process, int signal);
}
