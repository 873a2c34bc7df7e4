package dev.rolewise.content.contract;

import io.vertx.core.json.JsonObject;

/**
 * The hint that another content pack is current. It can get lost: receivers treat it as a reason to
 * read again, never as the content itself.
 *
 * @param pack the pack's id
 * @param version the version that is current now
 * @param hash the pack's content hash, 64 hexadecimal digits
 */
public record ContentPublished(String pack, int version, String hash) {
  /** Reads a hint; further fields are ignored. */
  public static ContentPublished from(JsonObject body) {
    return new ContentPublished(
        body.getString("pack"), body.getInteger("version"), body.getString("hash"));
  }

  /** The body to publish. */
  public JsonObject toJson() {
    return new JsonObject().put("pack", pack).put("version", version).put("hash", hash);
  }
}
