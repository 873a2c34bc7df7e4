package dev.rolewise.gateway.content;

import io.vertx.core.json.JsonObject;

/**
 * A question over the bus whose answer is a document.
 *
 * @param address where it goes
 * @param body what it says
 */
public record DocumentAsk(String address, JsonObject body) {}
