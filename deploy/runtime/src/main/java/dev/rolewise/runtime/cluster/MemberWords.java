package dev.rolewise.runtime.cluster;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.UnsynchronizedAppenderBase;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.LoggerFactory;

/**
 * Listens to what Hazelcast says about mistakes that only it notices, and has them told once and in
 * plain words. Everything else goes where it went before.
 */
final class MemberWords extends UnsynchronizedAppenderBase<ILoggingEvent> {

  private static final String LIBRARY = "com.hazelcast";
  private static final String NAME = "members";

  /** Address, cluster and version of the member that speaks. */
  private static final Pattern SPEAKER =
      Pattern.compile("^\\[([^\\]]+)]:(\\d+) \\[[^\\]]*] \\[[^\\]]*] (.*)$", Pattern.DOTALL);

  private static final Pattern STRANGER =
      Pattern.compile("\\[([^\\]]+)]:(\\d+),? .*(?:different cluster-name|of different cluster)");
  private static final Pattern NO_ADDRESS =
      Pattern.compile("^(?:Cannot resolve hostname|DNS lookup for serviceDns) '([^']+)'");

  private final Set<JoinTrouble> members = ConcurrentHashMap.newKeySet();

  private MemberWords() {}

  /** From now on a member is told what is said about it. */
  static synchronized void tell(JoinTrouble member) {
    of(((LoggerContext) LoggerFactory.getILoggerFactory()).getLogger(LIBRARY)).members.add(member);
  }

  private static MemberWords of(Logger library) {
    if (library.getAppender(NAME) instanceof MemberWords known) {
      return known;
    }
    MemberWords words = new MemberWords();
    words.setName(NAME);
    words.setContext(library.getLoggerContext());
    words.start();
    library.setAdditive(false);
    library.addAppender(words);
    return words;
  }

  @Override
  protected void append(ILoggingEvent event) {
    if (!isTold(event.getFormattedMessage())) {
      ((LoggerContext) getContext())
          .getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)
          .callAppenders(event);
    }
  }

  private boolean isTold(String said) {
    Matcher speaker = SPEAKER.matcher(said);
    if (!speaker.matches()) {
      return false;
    }
    Matcher stranger = STRANGER.matcher(speaker.group(3));
    Matcher noAddress = NO_ADDRESS.matcher(speaker.group(3));
    boolean strange = stranger.find();
    if (!strange && !noAddress.find()) {
      return false;
    }
    int port = Integer.parseInt(speaker.group(2));
    boolean known = false;
    for (JoinTrouble member : members) {
      if (member.isOf(speaker.group(1), port)) {
        known = true;
        if (strange) {
          member.strangerAt(stranger.group(1) + ":" + stranger.group(2));
        } else {
          member.nameWithoutAddress(noAddress.group(1));
        }
      }
    }
    return known;
  }
}
