package dev.rolewise.content.validation;

import dev.rolewise.content.pack.Document;
import dev.rolewise.content.pack.DocumentKind;
import dev.rolewise.content.pack.PackFaults;
import dev.rolewise.content.pack.Place;
import java.util.Set;

/** A role says that it is scored exactly when an instrument has a side for it. */
final class ScoredRolesRule implements PackRule {
  @Override
  public void check(CheckedPack pack, PackFaults faults) {
    if (pack.hasUnreadableInstrument()) {
      return;
    }
    Set<String> scored = pack.scoredRoles();
    for (Document role : pack.documents(DocumentKind.ROLE)) {
      if (role.structure().getBoolean("scored") != scored.contains(role.id())) {
        Place.of(role.file(), faults)
            .member("scored")
            .fault(
                scored.contains(role.id())
                    ? "must be true: an instrument has a side for this role"
                    : "must be false: no instrument has a side for this role");
      }
    }
  }
}
