package dev.deckhand.lab.workspace;

import com.sun.jna.Library;
import com.sun.jna.NativeLong;

/**
 * The few calls of the C library that Java has no words for. Structures are passed as bytes,
 * whatever their layout.
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
