package dev.rolewise.content.validation;

import dev.rolewise.content.pack.Document;
import dev.rolewise.content.pack.DocumentKind;
import dev.rolewise.content.pack.JsonItems;
import dev.rolewise.content.pack.PackFaults;
import dev.rolewise.content.pack.Place;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Set;

/** Wherever a document names a role, the pack has that role; a role does not work with itself. */
final class RoleReferencesRule implements PackRule {
  @Override
  public void check(CheckedPack pack, PackFaults faults) {
    Set<String> roles = pack.ids(DocumentKind.ROLE);
    for (Document document : pack.wellShaped()) {
      Place place = Place.of(document.file(), faults);
      JsonObject structure = document.structure();
      switch (document.kind()) {
        case SCENARIO, GUIDE -> checkList(structure, place, roles);
        case GLOSSARY -> {
          List<JsonObject> terms = JsonItems.objects(structure, "terms");
          for (int i = 0; i < terms.size(); i++) {
            checkList(terms.get(i), place.member("terms").element(i), roles);
          }
        }
        case ROLE -> checkRole(document, place, roles);
        case BRIEF -> {
          // words for every role, so it names none
        }
        case INSTRUMENT -> {
          List<JsonObject> sides = JsonItems.objects(structure, "sides");
          for (int i = 0; i < sides.size(); i++) {
            Place role = place.member("sides").element(i).member("role");
            checkOne(sides.get(i).getString("role"), role, roles);
          }
        }
      }
    }
  }

  private static void checkRole(Document document, Place place, Set<String> roles) {
    List<JsonObject> partners = JsonItems.objects(document.structure(), "worksWith");
    for (int i = 0; i < partners.size(); i++) {
      String role = partners.get(i).getString("role");
      Place partner = place.member("worksWith").element(i).member("role");
      if (document.id().equals(role)) {
        partner.fault("is the role itself");
      } else if (role != null) {
        checkOne(role, partner, roles);
      }
    }
  }

  private static void checkList(JsonObject parent, Place place, Set<String> roles) {
    List<String> named = JsonItems.texts(parent, "roles");
    for (int i = 0; i < named.size(); i++) {
      checkOne(named.get(i), place.member("roles").element(i), roles);
    }
  }

  private static void checkOne(String role, Place place, Set<String> roles) {
    if (!roles.contains(role)) {
      place.fault("names a role that does not exist: " + role);
    }
  }
}
