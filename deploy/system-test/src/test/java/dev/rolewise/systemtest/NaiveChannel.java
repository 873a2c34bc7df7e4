package dev.rolewise.systemtest;

import io.vertx.core.json.JsonObject;

/** Where a suite with the release policy that other tools have would show every answer at once. */
enum NaiveChannel {
  REPORT("organiser report"),
  MEMBER_REPORT("member report"),
  SHARED_REPORT("share report"),
  BUNDLE("organiser bundle"),
  TREND("organiser trend"),
  ROUND("organiser round"),
  LIVE("organiser live"),
  PARTICIPATION("member participation");

  private final String channel;

  NaiveChannel(String channel) {
    this.channel = channel;
  }

  String channel() {
    return channel;
  }

  /** Whether whole sheets can be taken out of it. */
  boolean countsAnswers() {
    return this == REPORT || this == MEMBER_REPORT || this == SHARED_REPORT || this == BUNDLE;
  }

  /** The document after every sheet. */
  JsonObject shows(NaiveReport everything, JsonObject turnout) {
    return switch (this) {
      case REPORT, MEMBER_REPORT, SHARED_REPORT -> everything.report();
      case BUNDLE -> everything.bundle();
      case TREND -> everything.trend();
      case ROUND, PARTICIPATION -> new JsonObject().put("mean", everything.mean(0));
      case LIVE -> new JsonObject().put("turnout", turnout).put("struggle", everything.mean(0));
    };
  }
}
