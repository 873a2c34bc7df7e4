package dev.rolewise.systemtest;

import java.io.IOException;

/** A reverse proxy between clients and the suite that gives connections from client to client. */
interface ProxyInFront extends AutoCloseable {

  /** Where clients connect. */
  int port();

  @Override
  void close() throws IOException, InterruptedException;
}
