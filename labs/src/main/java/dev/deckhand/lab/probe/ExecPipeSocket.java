package dev.deckhand.lab.probe;

import dev.deckhand.lab.docker.ExecPipe;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;

/** A command's input and output in the shape of a socket, which is what clients of HTTP want. */
final class ExecPipeSocket extends Socket {

  private final ExecPipe pipe;

  ExecPipeSocket(ExecPipe pipe) {
    this.pipe = pipe;
  }

  @Override
  public InputStream getInputStream() {
    return pipe.output();
  }

  @Override
  public OutputStream getOutputStream() {
    return pipe.input();
  }

  @Override
  public boolean isConnected() {
    return true;
  }

  /** There is no timeout: whoever asks gives up as a whole. */
  @Override
  public void setSoTimeout(int millis) {}

  @Override
  public int getSoTimeout() {
    return 0;
  }

  @Override
  public void setTcpNoDelay(boolean on) {}

  @Override
  public void close() {
    pipe.close();
  }
}
