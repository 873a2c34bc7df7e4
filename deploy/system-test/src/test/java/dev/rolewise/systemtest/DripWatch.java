package dev.rolewise.systemtest;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** An organiser who writes down everything that anybody can see of a round, as it goes. */
final class DripWatch implements AutoCloseable {
  private final Organiser organiser;
  private final EverythingReadable readable;
  private final Map<String, String> links;
  private final LiveStream live;
  private final DifferencingRecorder recorder = new DifferencingRecorder();
  private int told;

  DripWatch(Organiser organiser, EverythingReadable readable, String url) throws Exception {
    this.organiser = organiser;
    this.readable = readable;
    this.links =
        Map.of("link", organiser.share(false), "link with comments", organiser.share(true));
    this.live = LiveStream.open(url, organiser.round(), organiser.token());
  }

  Organiser organiser() {
    return organiser;
  }

  DifferencingRecorder recorder() {
    return recorder;
  }

  int reads() {
    return readable.reads(organiser, links);
  }

  void look() {
    readable
        .look(organiser, links)
        .forEach((channel, leaves) -> recorder.see(Sighting.of(channel, leaves)));
    List<String> lines = live.text().lines().filter(line -> line.startsWith("data:")).toList();
    for (String line : lines.subList(told, lines.size())) {
      JsonObject event = new JsonObject(line.substring(5).strip());
      JsonObject document = new JsonObject().put("turnout", event);
      recorder.see(Sighting.of("organiser /rounds/{id}/live", Leaves.of(document)));
    }
    told = lines.size();
  }

  /** Announces another size; back to the first one afterwards, so that all can answer. */
  void resize(int size, int back) {
    String path = "/api/v1/rounds/" + organiser.round();
    for (int announced : List.of(size, back)) {
      organiser.api().patch(path, organiser.token(), new JsonObject().put("size", announced));
      look();
    }
  }

  /** Whether a close would hold sheets back now, so that the round could be opened again. */
  boolean heldBackIfClosed(int k) {
    int received = organiser.state().getJsonObject("turnout").getInteger("n");
    var report = organiser.api().get(path("/report"), organiser.token());
    int waiting = received - (report.status() == 200 ? report.json().getInteger("n") : 0);
    return waiting > 0 && waiting < k;
  }

  void closeRound() {
    organiser.close();
    look();
  }

  void closeAndReopen() {
    closeRound();
    reopen();
  }

  void reopen() {
    organiser.reopen();
    look();
  }

  @Override
  public void close() throws IOException {
    live.close();
  }

  private String path(String below) {
    return "/api/v1/rounds/" + organiser.round() + below;
  }
}
