package dev.rolewise.systemtest;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What {@code /metrics} answers, taken apart as Prometheus does. */
final class ScrapedMetrics {
  private static final Pattern SAMPLE = Pattern.compile("([a-z0-9_]+)(?:\\{(.*)\\})? (\\S+)");
  private static final Pattern LABEL = Pattern.compile("([a-z_]+)=\"((?:[^\"\\\\]|\\\\.)*)\"");

  /** One line with a value. */
  record Sample(String name, Map<String, String> labels, double value) {}

  /** All lines under one HELP and TYPE. */
  record Family(String name, String help, String type, List<Sample> samples) {}

  private final Map<String, Family> families = new LinkedHashMap<>();
  private final String text;

  private ScrapedMetrics(String text) {
    this.text = text;
  }

  static ScrapedMetrics of(int port) throws IOException, InterruptedException {
    HttpResponse<String> answer =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/metrics"))
                    .timeout(Duration.ofSeconds(20))
                    .build(),
                HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new AssertionError("/metrics answered " + answer.statusCode());
    }
    ScrapedMetrics scraped = new ScrapedMetrics(answer.body());
    scraped.read();
    return scraped;
  }

  Map<String, Family> families() {
    return families;
  }

  String text() {
    return text;
  }

  /** The value of one series; 0 when there is none. */
  double value(String name, String... labels) {
    Map<String, String> wanted = new TreeMap<>();
    for (int i = 0; i < labels.length; i += 2) {
      wanted.put(labels[i], labels[i + 1]);
    }
    return families.values().stream()
        .flatMap(family -> family.samples().stream())
        .filter(sample -> sample.name().equals(name) && sample.labels().equals(wanted))
        .mapToDouble(Sample::value)
        .sum();
  }

  private void read() {
    String help = "";
    String helped = "";
    Family family = null;
    Set<String> series = new HashSet<>();
    for (String line : text.lines().toList()) {
      if (line.startsWith("# HELP ")) {
        String[] parts = line.split(" ", 4);
        helped = parts[2];
        help = parts.length > 3 ? parts[3] : "";
      } else if (line.startsWith("# TYPE ")) {
        String[] parts = line.split(" ", 4);
        family =
            new Family(parts[2], helped.equals(parts[2]) ? help : "", parts[3], new ArrayList<>());
        if (families.put(parts[2], family) != null) {
          throw new AssertionError(parts[2] + " is there twice");
        }
      } else {
        Matcher sample = SAMPLE.matcher(line);
        if (family == null || !sample.matches() || !sample.group(1).startsWith(family.name())) {
          throw new AssertionError("a line that belongs to no metric: " + line);
        }
        if (!series.add(line.substring(0, line.lastIndexOf(' ')))) {
          throw new AssertionError("the same series twice: " + line);
        }
        family.samples().add(sample(sample));
      }
    }
  }

  private static Sample sample(Matcher line) {
    Map<String, String> labels = new TreeMap<>();
    if (line.group(2) != null) {
      Matcher label = LABEL.matcher(line.group(2));
      while (label.find()) {
        labels.put(label.group(1), label.group(2));
      }
    }
    return new Sample(line.group(1), labels, Double.parseDouble(line.group(3)));
  }
}
