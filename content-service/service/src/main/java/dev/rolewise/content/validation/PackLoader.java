package dev.rolewise.content.validation;

import dev.rolewise.content.pack.Document;
import dev.rolewise.content.pack.InvalidPack;
import dev.rolewise.content.pack.Pack;
import dev.rolewise.content.pack.PackFaults;
import dev.rolewise.content.pack.PackFiles;
import dev.rolewise.content.pack.PackLimits;
import dev.rolewise.content.pack.PackReader;
import java.util.List;
import java.util.Optional;

/** The only way to a usable pack: the build and the publication go through the same checks. */
public final class PackLoader {
  private PackLoader() {}

  /**
   * Reads and checks the pack of this program, or one that is as trustworthy.
   *
   * @throws InvalidPack with every fault that was found
   */
  public static Pack load(PackFiles files) {
    return load(files, LinkHosts.usual(), PackLimits.USUAL, new PackFaults());
  }

  /**
   * Reads and checks any pack.
   *
   * @param faults what is known to be wrong with it already, and where more is noted
   * @throws InvalidPack with every fault that was found
   */
  public static Pack load(PackFiles files, LinkHosts hosts, PackLimits limits, PackFaults faults) {
    Optional<Pack> pack = new PackReader(files, limits.values(), faults).read();
    pack.ifPresent(found -> check(found, hosts, faults));
    if (pack.isEmpty() || faults.size() > 0) {
      throw new InvalidPack(files.name(), faults);
    }
    return pack.get();
  }

  private static void check(Pack pack, LinkHosts hosts, PackFaults faults) {
    List<Document> wellShaped =
        pack.documents().stream().filter(document -> hasItsShape(document, faults)).toList();
    CheckedPack checked = new CheckedPack(pack, wellShaped);
    rules(hosts).forEach(rule -> rule.check(checked, faults));
  }

  private static List<PackRule> rules(LinkHosts hosts) {
    return List.of(
        new LinksRule(hosts),
        new TextsRule(),
        new NoHtmlRule(),
        new IdsRule(),
        new RoleReferencesRule(),
        new RoleAreasRule(),
        new BriefFrameRule(),
        new DayInTheLifeRule(),
        new ScoredRolesRule(),
        new InstrumentPartsRule(),
        new InstrumentSidesRule(),
        new InstrumentScalesRule(),
        new ItemOrderRule(),
        new TemplateNamesRule(),
        new PlaceholdersRule());
  }

  private static boolean hasItsShape(Document document, PackFaults faults) {
    int before = faults.size();
    DocumentShapes.check(document, faults);
    return faults.size() == before;
  }
}
