package dev.rolewise.local.command.pack;

import dev.rolewise.content.validation.LinkHosts;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** Where links of a pack may lead. */
final class LinkOptions {
  @Option(
      names = "--allow-link",
      paramLabel = "HOST",
      description =
          "A host that the pack may link to, beside the publishers of the catalogues of roles;"
              + " may be given several times.")
  private List<String> hosts = new ArrayList<>();

  LinkHosts hosts() {
    return LinkHosts.with(hosts);
  }
}
