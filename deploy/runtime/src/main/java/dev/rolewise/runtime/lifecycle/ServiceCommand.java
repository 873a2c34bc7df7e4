package dev.rolewise.runtime.lifecycle;

import dev.rolewise.runtime.cluster.BusMembers;
import dev.rolewise.runtime.cluster.ClusterSettings;
import dev.rolewise.runtime.cluster.ClusteredVertx;
import dev.rolewise.runtime.config.SettingsSources;
import dev.rolewise.runtime.fault.StartFault;
import dev.rolewise.runtime.log.LogSetup;
import dev.rolewise.runtime.metrics.ObservedVertx;
import dev.rolewise.runtime.postgres.Migrations;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The commands every service has. */
@Command(
    mixinStandardHelpOptions = true,
    description = "Without a command: serve.",
    synopsisSubcommandLabel = "[serve | migrate | check-config | health]")
final class ServiceCommand<C> implements Runnable {

  static final String CONFIG_FILE = "config-file";
  static final String SECRETS_DIRECTORY = "secrets-directory";

  private static final Logger LOG = LoggerFactory.getLogger(ServiceCommand.class);
  private static final long PATIENCE_SECONDS = 60;

  /** Health is served by then and says what is missing; whoever watches it decides when to end. */
  private static final long ANY_TIME_SECONDS = TimeUnit.DAYS.toSeconds(365);

  private final ServiceDefinition<C> definition;

  @Spec private CommandSpec spec;

  @Option(
      names = "--config",
      scope = ScopeType.INHERIT,
      paramLabel = "FILE",
      defaultValue = "${env:ROLEWISE_CONFIG_FILE}",
      description = "JSON file with settings (also ROLEWISE_CONFIG_FILE).")
  private Path config;

  @Option(
      names = "--secrets",
      scope = ScopeType.INHERIT,
      paramLabel = "DIR",
      defaultValue = "${env:ROLEWISE_SECRETS_DIRECTORY}",
      description = "Directory with one file per secret (also ROLEWISE_SECRETS_DIRECTORY).")
  private Path secrets;

  ServiceCommand(ServiceDefinition<C> definition) {
    this.definition = definition;
  }

  @Override
  public void run() {
    serve();
  }

  @Command(name = "serve", description = "Serves until it is told to stop (default).")
  void serve() {
    ReadSettings<C> parsed = parse();
    LogSetup.apply(
        parsed.runtime().logFormat(), definition.name(), parsed.runtime().logLevel().name());
    Drain drain = Drain.onExit(parsed.runtime());
    Optional<Vertx> opened = Optional.empty();
    try {
      Vertx vertx = await(open(parsed.runtime()));
      opened = Optional.of(vertx);
      drain.opened(vertx);
      ServiceProcess process = ServiceProcess.of(vertx, parsed.runtime(), definition, parsed.own());
      drain.begun(process);
      await(process.start(), ANY_TIME_SECONDS);
      LiveConfiguration.follow(vertx, sources(), definition, parsed);
      if (parsed.runtime().cluster().isEmpty()) {
        LOG.warn("no cluster.members and no cluster.dns-name: the bus ends at this process");
      }
    } catch (RuntimeException failed) {
      // a start that comes to nothing because it is to stop is no fault
      if (drain.callOff()) {
        opened.ifPresent(vertx -> await(vertx.close()));
        throw failed;
      }
    }
    drain.await();
  }

  private static Future<Vertx> open(RuntimeSettings settings) {
    return settings
        .cluster()
        .map(ServiceCommand::join)
        .orElseGet(
            () -> Future.succeededFuture(ObservedVertx.create()).onSuccess(BusMembers::alone));
  }

  private static Future<Vertx> join(ClusterSettings cluster) {
    Listening.check(cluster.host(), cluster.port(), "cluster.port");
    Listening.check(cluster.host(), cluster.busPort(), "cluster.bus-port");
    LOG.info("looking for others of {}, as {}:{}", cluster.name(), cluster.host(), cluster.port());
    return ClusteredVertx.open(cluster);
  }

  @Command(name = "migrate", description = "Brings the service's schema up to date and ends.")
  void migrate() {
    ReadSettings<C> parsed = parse();
    LogSetup.apply(
        parsed.runtime().logFormat(), definition.name(), parsed.runtime().logLevel().name());
    Optional<Migrations> migrations = definition.migrations().apply(parsed.own());
    if (migrations.isEmpty()) {
      out().println(definition.name() + " has no database: nothing to migrate.");
      return;
    }
    int applied = migrations.get().run();
    out()
        .println(
            definition.name() + ": " + applied + " migrations applied, the schema is up to date.");
  }

  @Command(name = "check-config", description = "Reads all settings, reports every fault and ends.")
  void checkConfig() {
    ReadSettings<C> parsed = parse();
    out().println(definition.name() + ": the configuration is fine.");
    out().println(parsed.runtime());
    out().println(parsed.own());
  }

  @Command(name = "health", description = "Asks the service that runs here whether it is ready.")
  void health() {
    RuntimeSettings settings = parse().runtime();
    HealthQuestion.ask(settings.managementHost(), settings.managementPort());
  }

  private ReadSettings<C> parse() {
    // a small Vert.x of its own: the real one may have to be told how to find its cluster first
    Vertx vertx = Vertx.vertx();
    try {
      return ReadSettings.of(await(sources().read(vertx)), definition);
    } finally {
      await(vertx.close());
    }
  }

  private SettingsSources sources() {
    String defaults = definition.name() + "-defaults.json";
    Optional<String> onClassPath =
        Optional.ofNullable(getClass().getClassLoader().getResource(defaults))
            .map(found -> defaults);
    return SettingsSources.ofProcess(
        onClassPath, Optional.ofNullable(config), Optional.ofNullable(secrets));
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }

  private static <T> T await(Future<T> future) {
    return await(future, PATIENCE_SECONDS);
  }

  private static <T> T await(Future<T> future, long seconds) {
    try {
      return future.toCompletionStage().toCompletableFuture().get(seconds, TimeUnit.SECONDS);
    } catch (ExecutionException failed) {
      throw failed.getCause() instanceof RuntimeException known
          ? known
          : StartFault.because("The start failed", failed);
    } catch (TimeoutException late) {
      throw new StartFault("The start took longer than " + seconds + " s.");
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new StartFault("The start was interrupted.");
    }
  }

  /**
   * Runs the command line; 0 when all went well, 2 when not, with the reasons on standard error.
   */
  static <C> int execute(ServiceDefinition<C> definition, String... arguments) {
    CommandLine line =
        new CommandLine(new ServiceCommand<>(definition)).setCommandName(definition.name());
    line.setExecutionExceptionHandler(
        (failure, command, result) -> {
          StartFaults.lines(failure).forEach(command.getErr()::println);
          command.getErr().flush();
          return CommandLine.ExitCode.USAGE;
        });
    line.setParameterExceptionHandler(
        (failure, given) -> {
          failure.getCommandLine().getErr().println(failure.getMessage());
          return CommandLine.ExitCode.USAGE;
        });
    return line.execute(arguments);
  }
}
