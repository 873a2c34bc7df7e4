package dev.rolewise.content.validation;

import dev.rolewise.content.pack.Document;
import dev.rolewise.content.pack.InvalidPack;
import dev.rolewise.content.pack.Pack;
import dev.rolewise.content.pack.PackFaults;
import dev.rolewise.content.pack.PackFiles;
import dev.rolewise.content.pack.PackReader;
import java.util.List;
import java.util.Optional;

/** The only way to a usable pack: the build and the publication go through the same checks. */
public final class PackLoader {
  private static final List<PackRule> RULES =
      List.of(
          new TextsRule(),
          new NoHtmlRule(),
          new IdsRule(),
          new RoleReferencesRule(),
          new RoleTasksRule(),
          new DayInTheLifeRule(),
          new ScoredRolesRule(),
          new InstrumentPartsRule(),
          new InstrumentScalesRule(),
          new ItemOrderRule(),
          new TemplateNamesRule(),
          new PlaceholdersRule());

  private PackLoader() {}

  /**
   * Reads and checks a pack.
   *
   * @throws InvalidPack with every fault that was found
   */
  public static Pack load(PackFiles files) {
    PackFaults faults = new PackFaults();
    Optional<Pack> pack = new PackReader(files, faults).read();
    pack.ifPresent(found -> check(found, faults));
    if (pack.isEmpty() || faults.size() > 0) {
      throw new InvalidPack(files.name(), faults.all());
    }
    return pack.get();
  }

  private static void check(Pack pack, PackFaults faults) {
    List<Document> wellShaped =
        pack.documents().stream().filter(document -> hasItsShape(document, faults)).toList();
    CheckedPack checked = new CheckedPack(pack, wellShaped);
    RULES.forEach(rule -> rule.check(checked, faults));
  }

  private static boolean hasItsShape(Document document, PackFaults faults) {
    int before = faults.size();
    DocumentShapes.check(document, faults);
    return faults.size() == before;
  }
}
