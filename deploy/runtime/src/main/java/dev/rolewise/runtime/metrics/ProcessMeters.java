package dev.rolewise.runtime.metrics;

import com.sun.management.UnixOperatingSystemMXBean;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.OperatingSystemMXBean;
import java.lang.management.RuntimeMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;

/**
 * The machine below: memory, collector and threads of the JVM, and the process under the names that
 * Prometheus' own client libraries use.
 */
final class ProcessMeters {

  private static final Path STATUS = Path.of("/proc/self/status");

  private ProcessMeters() {}

  /** Registers all; what it returns lets go of the collector's notices. */
  static AutoCloseable bind(MeterRegistry registry) {
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    JvmGcMetrics collector = new JvmGcMetrics();
    collector.bindTo(registry);
    process(registry);
    build(registry);
    return collector;
  }

  private static void process(MeterRegistry registry) {
    RuntimeMXBean runtime = ManagementFactory.getRuntimeMXBean();
    Gauge.builder("process.start.time", runtime, bean -> bean.getStartTime() / 1_000.0)
        .description("When the process started, in seconds since 1970")
        .baseUnit("seconds")
        .register(registry);
    OperatingSystemMXBean system = ManagementFactory.getOperatingSystemMXBean();
    if (system instanceof UnixOperatingSystemMXBean unix) {
      FunctionCounter.builder("process.cpu", unix, bean -> bean.getProcessCpuTime() / 1e9)
          .description("Processor time used, of the user and the system")
          .baseUnit("seconds")
          .register(registry);
      Gauge.builder("process.open.fds", unix, UnixOperatingSystemMXBean::getOpenFileDescriptorCount)
          .description("Open files and sockets")
          .register(registry);
      Gauge.builder("process.max.fds", unix, UnixOperatingSystemMXBean::getMaxFileDescriptorCount)
          .description("Files and sockets the process may have open")
          .register(registry);
    }
    if (Files.isReadable(STATUS)) {
      Gauge.builder("process.resident.memory", STATUS, ProcessMeters::residentBytes)
          .description("Memory of the process that is really there")
          .baseUnit("bytes")
          .register(registry);
    }
  }

  private static void build(MeterRegistry registry) {
    Gauge.builder("rolewise.build.info", () -> 1)
        .description("Always 1; which version runs on which Java")
        .tags("version", version(), "java", Integer.toString(Runtime.version().feature()))
        .register(registry);
  }

  private static String version() {
    Properties build = new Properties();
    try (var text = ProcessMeters.class.getResourceAsStream("build.properties")) {
      build.load(text);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    return build.getProperty("version");
  }

  private static double residentBytes(Path status) {
    try {
      List<String> lines = Files.readAllLines(status);
      return lines.stream()
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToDouble(line -> 1_024.0 * Long.parseLong(line.replaceAll("[^0-9]", "")))
          .findFirst()
          .orElse(Double.NaN);
    } catch (IOException gone) {
      return Double.NaN;
    }
  }
}
