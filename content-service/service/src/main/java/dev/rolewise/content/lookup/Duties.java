package dev.rolewise.content.lookup;

import dev.rolewise.content.pack.JsonItems;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who does what in one version of a pack, in one language, and back: what a role does. The areas of
 * the instruments hold it together, since the tasks of every role name the areas they belong to.
 */
public final class Duties {
  private final Map<String, JsonObject> roles = new LinkedHashMap<>();
  private final Map<String, Duty> duties = new LinkedHashMap<>();

  /**
   * @param instruments finished documents
   * @param roles finished documents, in the order to show them
   */
  public Duties(List<JsonObject> instruments, List<JsonObject> roles) {
    roles.forEach(role -> this.roles.put(role.getString("id"), role));
    instruments.forEach(this::addAreas);
    roles.forEach(this::addParts);
  }

  private void addAreas(JsonObject instrument) {
    Map<String, String> expected = new LinkedHashMap<>();
    for (JsonObject side : JsonItems.objects(instrument, "sides")) {
      expected.put(side.getString("id"), side.getString("role"));
    }
    for (JsonObject area : JsonItems.objects(instrument, DutyKind.AREA.field())) {
      add(
          Duty.of(
              DutyKind.AREA,
              instrument.getString("id"),
              area,
              expected.get(area.getString("side")),
              List.of(area.getString("id"))));
    }
  }

  private void addParts(JsonObject role) {
    String id = role.getString("id");
    for (DutyKind kind : List.of(DutyKind.RESPONSIBILITY, DutyKind.TASK, DutyKind.CHALLENGE)) {
      for (JsonObject part : JsonItems.objects(role, kind.field())) {
        List<String> areas = kind == DutyKind.TASK ? JsonItems.texts(part, "areas") : List.of();
        add(Duty.of(kind, id, part, id, areas));
      }
    }
  }

  private void add(Duty duty) {
    duties.put(duty.id(), duty);
  }

  /** Whether there is such a role. */
  public boolean hasRole(String id) {
    return roles.containsKey(id);
  }

  /**
   * All duties with the roles that have to do with them.
   *
   * @param role only what has to do with this role; null for all
   */
  public JsonArray list(String role) {
    JsonArray items = new JsonArray();
    for (Duty duty : duties.values()) {
      List<String> doing = doing(duty);
      if (role == null || doing.contains(role)) {
        JsonArray named = new JsonArray();
        doing.forEach(id -> named.add(named(id)));
        items.add(duty.toJson().put("roles", named));
      }
    }
    return items;
  }

  /** One duty: who does it and with which tasks, and who else works on the same. */
  public Optional<JsonObject> find(String id) {
    return Optional.ofNullable(duties.get(id)).map(this::whole);
  }

  private JsonObject whole(Duty duty) {
    JsonArray doing = new JsonArray();
    for (String role : doing(duty)) {
      List<Duty> parts = duty.kind() == DutyKind.AREA ? tasks(role, duty) : List.of(duty);
      doing.add(role(role, parts).put("expected", role.equals(duty.role())));
    }
    List<Duty> shared =
        duty.kind() != DutyKind.TASK
            ? List.of()
            : areas().stream().filter(area -> duty.isTaskIn(area)).toList();
    JsonArray areas = new JsonArray();
    shared.forEach(area -> areas.add(area.toJson()));
    return duty.toJson()
        .put("roles", doing)
        .put("areas", areas)
        .put("others", others(duty, shared));
  }

  /** Roles other than the task's own that have tasks in the same areas. */
  private JsonArray others(Duty task, List<Duty> areas) {
    JsonArray others = new JsonArray();
    for (String role : roles.keySet()) {
      List<Duty> parts =
          duties.values().stream()
              .filter(duty -> role.equals(duty.role()) && areas.stream().anyMatch(duty::isTaskIn))
              .toList();
      if (!role.equals(task.role()) && !parts.isEmpty()) {
        others.add(role(role, parts));
      }
    }
    return others;
  }

  /** The expected role first. */
  private List<String> doing(Duty duty) {
    if (duty.kind() != DutyKind.AREA) {
      return List.of(duty.role());
    }
    List<String> doing = new ArrayList<>();
    if (roles.containsKey(duty.role())) {
      doing.add(duty.role());
    }
    for (String role : roles.keySet()) {
      if (!doing.contains(role) && !tasks(role, duty).isEmpty()) {
        doing.add(role);
      }
    }
    return doing;
  }

  private List<Duty> tasks(String role, Duty area) {
    return duties.values().stream()
        .filter(duty -> role.equals(duty.role()) && duty.isTaskIn(area))
        .toList();
  }

  private List<Duty> areas() {
    return duties.values().stream().filter(duty -> duty.kind() == DutyKind.AREA).toList();
  }

  private JsonObject named(String role) {
    return new JsonObject().put("id", role).put("name", roles.get(role).getString("name"));
  }

  private JsonObject role(String role, List<Duty> parts) {
    JsonArray does = new JsonArray();
    parts.forEach(part -> does.add(part.toJson()));
    return named(role).put("summary", roles.get(role).getString("summary")).put("does", does);
  }
}
