package dev.deckhand.lab.probe;

import dev.deckhand.lab.docker.ExecPipe;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;

/** A command's input and output as a socket, for an HTTP client. */
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

  /** Ignored: the whole request has a timeout. */
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
