package dev.rolewise.local.command.simulate;

import dev.rolewise.assessment.scoring.Instrument;
import dev.rolewise.assessment.scoring.simulation.BiasSimulation;
import dev.rolewise.assessment.scoring.simulation.OperatingCharacteristics;
import dev.rolewise.assessment.scoring.simulation.Simulation;
import dev.rolewise.assessment.scoring.simulation.SimulationPlan;
import dev.rolewise.assessment.scoring.simulation.WordingBias;
import dev.rolewise.local.input.InputFault;
import dev.rolewise.local.input.OutputFile;
import dev.rolewise.local.instrument.PackagedInstruments;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How often the instrument is right about made-up teams. */
@Command(
    name = "simulate",
    mixinStandardHelpOptions = true,
    description =
        "Simulates how often the questionnaire is right and wrong about made-up teams of one size,"
            + " with the scoring that real teams get.")
public final class SimulateCommand implements Runnable {

  private static final String STANDARD_OUTPUT = "-";

  @Spec private CommandSpec spec;
  @Mixin private SimulateOptions options;

  @Option(
      names = "--json",
      arity = "0..1",
      paramLabel = "FILE",
      fallbackValue = STANDARD_OUTPUT,
      description = "Writes the figures as JSON to the file; without one, prints JSON only.")
  private Path json;

  @Option(
      names = "--reference",
      paramLabel = "FILE",
      description = "Writes the figures of the method page instead; seed and size are settled.")
  private Path reference;

  @Override
  public void run() {
    PrintWriter out = spec.commandLine().getOut();
    Instrument instrument = PackagedInstruments.roleGapScan();
    if (reference == null) {
      simulate(instrument, out);
    } else {
      options.requireNoSize(spec.commandLine());
      try (ProgressLine progress = ProgressLine.onTerminal(ReferenceFigures.teams())) {
        JsonObject figures = new ReferenceFigures(instrument, options.threads()).all(progress::add);
        write(reference, figures);
      }
      out.println("SIMULATION: the figures of the method page are in " + reference);
    }
    out.flush();
  }

  private void simulate(Instrument instrument, PrintWriter out) {
    SimulationPlan plan = options.plan(spec.commandLine());
    OperatingCharacteristics found;
    try (ProgressLine progress = ProgressLine.onTerminal(plan.teams())) {
      found = new Simulation(instrument, options.threads()).run(plan, progress::add);
    }
    WordingBias bias = new BiasSimulation(instrument, options.threads()).run(plan);
    boolean onlyJson = json != null && STANDARD_OUTPUT.equals(json.toString());
    if (json != null) {
      JsonObject figures = CharacteristicsJson.of(instrument, found, bias);
      if (onlyJson) {
        out.println(figures.encodePrettily());
      } else {
        write(json, figures);
      }
    }
    if (!onlyJson) {
      new CharacteristicsText(instrument, found, bias).lines().forEach(out::println);
      out.println("Again: rolewise simulate " + options.asTyped(plan));
    }
  }

  private static void write(Path file, JsonObject figures) {
    try {
      byte[] text = (figures.encodePrettily() + "\n").getBytes(StandardCharsets.UTF_8);
      OutputFile.write(file, out -> out.write(text));
    } catch (IOException unwritable) {
      throw InputFault.in(file, "cannot be written");
    }
  }
}
