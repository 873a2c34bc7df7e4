package dev.rolewise.content.validation;

import dev.rolewise.content.pack.Document;
import dev.rolewise.content.pack.DocumentKind;
import dev.rolewise.content.pack.JsonItems;
import dev.rolewise.content.pack.PackFaults;
import dev.rolewise.content.pack.Place;
import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A day runs forward, and where it touches another role's day, that day touches this one too. */
final class DayInTheLifeRule implements PackRule {
  @Override
  public void check(CheckedPack pack, PackFaults faults) {
    Map<String, Set<String>> touched = new HashMap<>();
    for (Document role : pack.documents(DocumentKind.ROLE)) {
      Set<String> others = touched.computeIfAbsent(role.id(), id -> new HashSet<>());
      for (JsonObject moment : JsonItems.objects(role.structure(), "dayInTheLife")) {
        if (moment.containsKey("touches")) {
          others.add(moment.getJsonObject("touches").getString("role"));
        }
      }
    }
    Set<String> roles = pack.ids(DocumentKind.ROLE);
    for (Document role : pack.documents(DocumentKind.ROLE)) {
      Place day = Place.of(role.file(), faults).member("dayInTheLife");
      List<JsonObject> moments = JsonItems.objects(role.structure(), "dayInTheLife");
      for (int i = 0; i < moments.size(); i++) {
        if (i > 0 && time(moments, i).compareTo(time(moments, i - 1)) <= 0) {
          day.element(i).member("time").fault("must be later than the moment before");
        }
        if (moments.get(i).containsKey("touches")) {
          String other = moments.get(i).getJsonObject("touches").getString("role");
          Place place = day.element(i).member("touches").member("role");
          checkTouch(role.id(), other, roles, touched, place);
        }
      }
    }
  }

  private static String time(List<JsonObject> moments, int index) {
    return moments.get(index).getString("time");
  }

  private static void checkTouch(
      String role, String other, Set<String> roles, Map<String, Set<String>> touched, Place place) {
    if (role.equals(other)) {
      place.fault("is the role itself");
    } else if (!roles.contains(other)) {
      place.fault("names a role that does not exist: " + other);
    } else if (touched.containsKey(other) && !touched.get(other).contains(role)) {
      place.fault("touches the day of " + other + ", which does not touch this one");
    }
  }
}
