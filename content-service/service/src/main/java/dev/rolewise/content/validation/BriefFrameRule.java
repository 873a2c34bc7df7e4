package dev.rolewise.content.validation;

import dev.rolewise.content.pack.Document;
import dev.rolewise.content.pack.DocumentKind;
import dev.rolewise.content.pack.PackFaults;
import dev.rolewise.content.pack.Place;

/** Where a role has material for a brief, the pack has the words around it. */
final class BriefFrameRule implements PackRule {
  @Override
  public void check(CheckedPack pack, PackFaults faults) {
    if (!pack.ids(DocumentKind.BRIEF).isEmpty()) {
      return;
    }
    for (Document role : pack.documents(DocumentKind.ROLE)) {
      if (role.structure().containsKey("brief")) {
        Place.of(role.file(), faults)
            .member("brief")
            .fault("needs the words around a brief: brief/brief.json is missing");
      }
    }
  }
}
