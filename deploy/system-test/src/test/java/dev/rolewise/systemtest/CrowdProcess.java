package dev.rolewise.systemtest;

import dev.rolewise.systemtest.ReadingCrowd.Read;
import dev.rolewise.systemtest.ReadingCrowd.Spell;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A {@link ReadingCrowd} as a process of its own: it takes no processor time from those it asks
 * when it is started on another processor. Told what to do by lines, answers by lines.
 */
final class CrowdProcess implements AutoCloseable {
  private final Process process;
  private final BufferedReader answers;
  private final PrintStream orders;

  private CrowdProcess(Process process) {
    this.process = process;
    this.answers =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    this.orders = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
  }

  /**
   * Starts it.
   *
   * @param within words before the command, as of {@code taskset}
   */
  static CrowdProcess start(List<String> within, int port, List<Read> reads) throws IOException {
    List<String> line = new ArrayList<>(within);
    line.add(RunningSuite.currentJava().toString());
    line.addAll(
        List.of("-Xmx256m", "-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path")));
    line.addAll(List.of(CrowdProcess.class.getName(), Integer.toString(port)));
    CrowdProcess crowd =
        new CrowdProcess(
            new ProcessBuilder(line).redirectError(ProcessBuilder.Redirect.INHERIT).start());
    JsonArray all = new JsonArray();
    reads.forEach(
        read ->
            all.add(
                new JsonObject().put("path", read.path()).put("token", read.token().orElse(null))));
    // on its standard input: tokens are not for the list of processes
    crowd.orders.println(all.encode());
    return crowd;
  }

  /** See {@link ReadingCrowd#atOnce}. */
  Spell atOnce(int readers, double seconds) throws IOException {
    return order(new JsonObject().put("readers", readers).put("seconds", seconds));
  }

  /** See {@link ReadingCrowd#perSecond}. */
  Spell perSecond(double rate, double seconds) throws IOException {
    return order(new JsonObject().put("rate", rate).put("seconds", seconds));
  }

  private Spell order(JsonObject order) throws IOException {
    orders.println(order.encode());
    String answer = answers.readLine();
    if (answer == null) {
      throw new AssertionError("the crowd's process has ended");
    }
    JsonObject spell = new JsonObject(answer);
    return new Spell(
        spell.getInteger("good"),
        spell.getInteger("refused"),
        spell.getJsonArray("strange").stream().map(Object::toString).toList(),
        spell.getDouble("seconds"),
        spell.getLong("middleMillis"),
        spell.getLong("lateMillis"),
        spell.getLong("longestMillis"));
  }

  /** The other side: a line that says what to read, then one for each order. */
  public static void main(String[] arguments) throws IOException {
    BufferedReader orders =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    List<Read> reads =
        new JsonArray(orders.readLine())
            .stream()
                .map(JsonObject.class::cast)
                .map(
                    read ->
                        read.getString("token") == null
                            ? Read.open(read.getString("path"))
                            : Read.with(read.getString("token"), read.getString("path")))
                .toList();
    try (ReadingCrowd crowd = new ReadingCrowd(Integer.parseInt(arguments[0]), reads)) {
      for (String line = orders.readLine(); line != null; line = orders.readLine()) {
        JsonObject order = new JsonObject(line);
        double seconds = order.getDouble("seconds");
        Spell spell =
            order.containsKey("rate")
                ? crowd.perSecond(order.getDouble("rate"), seconds)
                : crowd.atOnce(order.getInteger("readers"), seconds);
        System.out.println(
            new JsonObject()
                .put("good", spell.good())
                .put("refused", spell.refused())
                .put("strange", new JsonArray(spell.strange()))
                .put("seconds", spell.seconds())
                .put("middleMillis", spell.middleMillis())
                .put("lateMillis", spell.lateMillis())
                .put("longestMillis", spell.longestMillis())
                .encode());
      }
    }
  }

  @Override
  public void close() {
    orders.close();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException stopped) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
