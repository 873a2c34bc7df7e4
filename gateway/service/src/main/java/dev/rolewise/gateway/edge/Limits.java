package dev.rolewise.gateway.edge;

import dev.rolewise.runtime.config.SettingsReader;

/**
 * How much of everything there may be, {@code limits.*}.
 *
 * @param newTeamsPerHour and address, at least 1
 * @param wrongTokensPerMinute and address, at least 1
 * @param signInsPerMinute that one address may begin, at least 1
 * @param searchesPerMinute and address, and weighings of signals with them, at least 1
 * @param streamsPerToken live streams that one token may hold open, at least 1
 * @param streams live streams in total, at least 1
 * @param connections open at the same time, streams among them
 */
public record Limits(
    int newTeamsPerHour,
    int wrongTokensPerMinute,
    int signInsPerMinute,
    int searchesPerMinute,
    int streamsPerToken,
    int streams,
    int connections) {

  private static final int VERY_MANY = 1_000_000;

  /** What holds when nothing is set. */
  public static final Limits USUAL = new Limits(120, 20, 120, 600, 3, 1_500, 2_000);

  /** Reads {@code limits.*}; streams must leave connections for everything else. */
  public static Limits read(SettingsReader reader) {
    int connections = reader.whole("limits.connections", USUAL.connections, 2, VERY_MANY);
    int usualStreams = Math.max(1, Math.min(USUAL.streams, connections / 4 * 3));
    int streams = reader.whole("limits.streams", usualStreams, 1, VERY_MANY);
    if (streams >= connections) {
      reader.fault(
          "limits.streams",
          "must be less than limits.connections, which is "
              + connections
              + ": every stream keeps a connection, and other requests need some too");
    }
    return new Limits(
        reader.whole("limits.new-teams-per-hour", USUAL.newTeamsPerHour, 1, VERY_MANY),
        reader.whole("limits.wrong-tokens-per-minute", USUAL.wrongTokensPerMinute, 1, VERY_MANY),
        reader.whole("limits.sign-ins-per-minute", USUAL.signInsPerMinute, 1, VERY_MANY),
        reader.whole("limits.searches-per-minute", USUAL.searchesPerMinute, 1, VERY_MANY),
        reader.whole("limits.streams-per-token", USUAL.streamsPerToken, 1, 1_000),
        streams,
        connections);
  }

  /** The same with another number of connections. */
  public Limits withConnections(int other) {
    return new Limits(
        newTeamsPerHour,
        wrongTokensPerMinute,
        signInsPerMinute,
        searchesPerMinute,
        streamsPerToken,
        streams,
        other);
  }

  /** The same with another number of sign-ins. */
  public Limits withSignIns(int other) {
    return new Limits(
        newTeamsPerHour,
        wrongTokensPerMinute,
        other,
        searchesPerMinute,
        streamsPerToken,
        streams,
        connections);
  }
}
