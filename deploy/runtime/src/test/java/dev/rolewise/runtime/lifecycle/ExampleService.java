package dev.rolewise.runtime.lifecycle;

import dev.rolewise.runtime.bus.BusClient;
import dev.rolewise.runtime.bus.BusRequest;
import dev.rolewise.runtime.bus.BusServer;
import dev.rolewise.runtime.health.Readiness;
import dev.rolewise.runtime.postgres.DatabaseSettings;
import dev.rolewise.runtime.postgres.Migrations;
import dev.rolewise.runtime.postgres.PostgresPool;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.http.HttpServer;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The smallest service with everything a service has. */
final class ExampleService {

  private static final Logger LOG = LoggerFactory.getLogger(ExampleService.class);

  private ExampleService() {}

  public static void main(String[] arguments) {
    ServiceMain.main(
        new ServiceDefinition<>(
            "example-service",
            reader -> DatabaseSettings.read(reader, "example"),
            database -> Optional.of(new Migrations(database, "db/example")),
            (database, readiness) ->
                List.of(
                    Deployment.one(() -> new Notes(database, readiness)),
                    Deployment.one(Edge::new))),
        arguments);
  }

  /** Answers over the bus, slowly. */
  private static final class Notes extends VerticleBase {

    private final DatabaseSettings database;
    private final Readiness readiness;
    private Pool pool;
    private BusServer server;

    Notes(DatabaseSettings database, Readiness readiness) {
      this.database = database;
      this.readiness = readiness;
    }

    @Override
    public Future<?> start() {
      pool = PostgresPool.create(vertx, database);
      readiness.check("database", PostgresPool.check(pool));
      server = BusServer.create(vertx).json("example.v1.slow", body -> slow());
      return PostgresPool.verify(pool, database).compose(done -> server.start());
    }

    private Future<JsonObject> slow() {
      LOG.info("a request is under way");
      return vertx
          .timer(300, TimeUnit.MILLISECONDS)
          .compose(later -> pool.query("SELECT count(*) FROM note").execute())
          .map(rows -> new JsonObject().put("said", "answered"));
    }

    @Override
    public Future<?> stop() {
      return server.stop().compose(done -> pool.close());
    }
  }

  /** Passes HTTP requests on to the bus. */
  private static final class Edge extends VerticleBase {

    private HttpServer http;

    @Override
    public Future<?> start() {
      BusClient client = BusClient.create(vertx);
      http =
          vertx
              .createHttpServer()
              .requestHandler(
                  request ->
                      client
                          .json(BusRequest.to("example.v1.slow", new JsonObject(), "edge"))
                          .onComplete(
                              reply ->
                                  request
                                      .response()
                                      .end(
                                          reply.succeeded()
                                              ? reply.result().getString("said")
                                              : "lost")));
      return Listening.open(http, "127.0.0.1", 0, "http.port")
          .onSuccess(server -> LOG.info("slow answers on port {}", server.actualPort()));
    }

    @Override
    public Future<?> stop() {
      return http.shutdown(10, TimeUnit.SECONDS);
    }
  }
}
