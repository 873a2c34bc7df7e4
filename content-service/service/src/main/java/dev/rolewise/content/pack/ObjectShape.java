package dev.rolewise.content.pack;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;

/**
 * An object with exactly the members that are named.
 *
 * @param members what it holds
 */
public record ObjectShape(List<Member> members) implements Shape {
  /** A member and whether it may be left out. */
  public record Member(String name, Shape shape, boolean optional) {}

  /** Keeps its own copy of the members. */
  public ObjectShape {
    members = List.copyOf(members);
  }

  /** The same with one more member, which has to be there. */
  public ObjectShape with(String name, Shape shape) {
    return plus(new Member(name, shape, false));
  }

  /** The same with one more member, which may be left out. */
  public ObjectShape optional(String name, Shape shape) {
    return plus(new Member(name, shape, true));
  }

  private ObjectShape plus(Member member) {
    List<Member> more = new ArrayList<>(members);
    more.add(member);
    return new ObjectShape(more);
  }

  @Override
  public void check(Object value, Place place) {
    if (!(value instanceof JsonObject object)) {
      place.fault("must be an object");
      return;
    }
    for (Member member : members) {
      if (object.containsKey(member.name())) {
        member.shape().check(object.getValue(member.name()), place.member(member.name()));
      } else if (!member.optional()) {
        place.member(member.name()).fault("is missing");
      }
    }
    for (String name : object.fieldNames()) {
      if (members.stream().noneMatch(member -> member.name().equals(name))) {
        place.member(name).fault("is not a field of this document");
      }
    }
  }

  @Override
  public JsonObject schema() {
    JsonObject properties = new JsonObject();
    JsonArray required = new JsonArray();
    for (Member member : members) {
      properties.put(member.name(), member.shape().schema());
      if (!member.optional()) {
        required.add(member.name());
      }
    }
    return new JsonObject()
        .put("type", "object")
        .put("properties", properties)
        .put("required", required)
        .put("additionalProperties", false);
  }
}
