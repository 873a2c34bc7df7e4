package dev.rolewise.bench.yardstick;

import io.vertx.core.AbstractVerticle;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The yardstick of whatever is read: Vert.x alone, one handler, the bytes of a file for everybody
 * who asks for anything. Says its port in one line and ends when its input does.
 */
public final class BareServer extends AbstractVerticle {

  private final Buffer body;
  private final AtomicInteger port;

  private BareServer(Buffer body, AtomicInteger port) {
    this.body = body;
    this.port = port;
  }

  /**
   * @param arguments the file, and how many event loops answer
   */
  public static void main(String[] arguments) throws Exception {
    Buffer body = Buffer.buffer(Files.readAllBytes(Path.of(arguments[0])));
    AtomicInteger port = new AtomicInteger();
    Vertx.vertx()
        .deployVerticle(
            () -> new BareServer(body, port),
            new DeploymentOptions().setInstances(Integer.parseInt(arguments[1])))
        .toCompletionStage()
        .toCompletableFuture()
        .get();
    System.out.println(port.get());
    while (System.in.read() >= 0) {
      // until whoever started this is gone
    }
    System.exit(0);
  }

  @Override
  public void start(Promise<Void> started) {
    CharSequence length = HttpHeaders.createOptimized(Integer.toString(body.length()));
    CharSequence json = HttpHeaders.createOptimized("application/json; charset=utf-8");
    HttpServer server =
        vertx
            .createHttpServer()
            .requestHandler(
                request ->
                    request
                        .response()
                        .putHeader(HttpHeaders.CONTENT_TYPE, json)
                        .putHeader(HttpHeaders.CONTENT_LENGTH, length)
                        .end(body));
    // all on one port: each first one of a port of its own would leave the others without work
    server
        .listen(port.get() == 0 ? -1 : port.get(), "127.0.0.1")
        .onSuccess(listening -> port.set(listening.actualPort()))
        .<Void>mapEmpty()
        .onComplete(started);
  }
}
