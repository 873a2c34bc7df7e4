package dev.rolewise.gateway.operation;

import dev.rolewise.content.contract.MalformedRequest;
import dev.rolewise.content.contract.PackAddress;
import dev.rolewise.content.contract.PackDiffRequest;
import dev.rolewise.content.contract.PackPublishRequest;
import dev.rolewise.content.contract.PackRequest;
import dev.rolewise.content.contract.PackVersionRequest;
import dev.rolewise.gateway.request.BearerToken;
import dev.rolewise.gateway.request.BodyShape;
import dev.rolewise.gateway.request.JsonBody;
import dev.rolewise.runtime.bus.BusFailure;
import dev.rolewise.runtime.bus.Fault;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/** Content packs, for those who edit them. */
public final class PackOperations {
  private static final long MEBIBYTE = 1024 * 1024;
  private static final long LARGEST_PACK = 16 * MEBIBYTE;

  /** As much as a body that is coming may take beside all others, see the queues and their ends. */
  private static final int SHARE_OF_MEMORY = 16;

  private static final String ZIP = "application/zip";
  private static final String NUMBER = "[1-9][0-9]{0,8}";
  private static final BodyShape PUBLICATION = BodyShape.of("version", "base");

  private final Relay relay;

  public PackOperations(Relay relay) {
    this.relay = relay;
  }

  /** The operations. */
  public List<Operation> all() {
    return List.of(
        Operation.get("listPacks", "/packs", this::list),
        Operation.upload("importPack", "/packs", largest(), this::mayImport, this::bring),
        Operation.get("exportPack", "/packs/{id}/versions/{version}", this::export),
        Operation.command(
            "withdrawPack", "/packs/{id}/versions/{version}/withdraw", this::withdraw),
        Operation.get("diffPack", "/packs/{id}/diff", this::diff),
        Operation.post("publishPack", "/packs/{id}/publish", this::publish));
  }

  private static long largest() {
    long mebibytes =
        Math.round(Runtime.getRuntime().maxMemory() / (double) (SHARE_OF_MEMORY * MEBIBYTE));
    return Math.min(LARGEST_PACK, Math.max(1, mebibytes) * MEBIBYTE);
  }

  private void list(RoutingContext context) {
    relay.read(context, PackAddress.LIST, editor(context));
  }

  /** Nobody without the right gets to send so much: none of it is read before that is known. */
  private void mayImport(RoutingContext context) {
    JsonObject editor = editor(context);
    String length = context.request().getHeader(HttpHeaders.CONTENT_LENGTH);
    boolean tooLarge = length != null && Long.parseLong(length) > largest();
    context.request().pause();
    relay
        .bus()
        .json(relay.request(context, PackAddress.LIST, editor).retryingOnce())
        .onComplete(
            asked -> {
              if (asked.failed()) {
                context.fail(asked.cause());
              } else if (tooLarge) {
                context.fail(packTooLarge());
              } else if (asked.result().getJsonObject("importing") != null) {
                // nor while there is no room for it
                context.fail(BusFailure.unavailable());
              } else {
                context.next();
              }
              context.request().resume();
            });
  }

  private static BusFailure packTooLarge() {
    JsonObject most = new JsonObject().put("mebibytes", largest() / MEBIBYTE);
    return new BusFailure(413, "pack-too-large", List.of(), most);
  }

  private void bring(RoutingContext context) {
    List<String> types = context.request().headers().getAll(HttpHeaders.CONTENT_TYPE);
    if (types.size() != 1 || !types.get(0).toLowerCase(Locale.ROOT).strip().equals(ZIP)) {
      throw BusFailure.of(415, "unsupported-media-type");
    }
    Buffer archive = context.body().buffer();
    if (archive == null || archive.length() == 0) {
      throw BusFailure.badRequest(List.of(new Fault("", "missing")));
    }
    relay.bring(context, PackAddress.IMPORT, editor(context), archive);
  }

  private void export(RoutingContext context) {
    PackVersionRequest request = version(context);
    relay.archive(
        context, PackAddress.EXPORT, request.toJson(), "pack-" + request.version() + ".zip");
  }

  private void withdraw(RoutingContext context) {
    relay.change(context, PackAddress.WITHDRAW, version(context).toJson(), 200);
  }

  private void diff(RoutingContext context) {
    String token = BearerToken.of(context);
    List<Fault> faults = new ArrayList<>();
    int from = number(context, "from", faults);
    int to = number(context, "to", faults);
    if (!faults.isEmpty()) {
      throw BusFailure.invalidValues(faults);
    }
    PackDiffRequest request = new PackDiffRequest(token, context.pathParam("id"), from, to);
    relay.read(context, PackAddress.DIFF, request.toJson());
  }

  private void publish(RoutingContext context) {
    JsonObject wish =
        new PackRequest(BearerToken.of(context)).toJson().put("id", context.pathParam("id"));
    JsonObject body = JsonBody.required(context, PUBLICATION);
    if (!body.containsKey("base")) {
      throw BusFailure.invalidValues(List.of(new Fault("/base", "missing")));
    }
    PackPublishRequest request = valid(() -> PackPublishRequest.from(body.copy().mergeIn(wish)));
    relay.change(context, PackAddress.PUBLISH, request.toJson(), 200);
  }

  private static PackPublishRequest valid(Supplier<PackPublishRequest> request) {
    try {
      return request.get();
    } catch (MalformedRequest wrong) {
      throw BusFailure.invalidValues(List.of(new Fault(wrong.pointer(), wrong.code().code())));
    }
  }

  private static int number(RoutingContext context, String name, List<Fault> faults) {
    List<String> given = context.queryParam(name);
    if (given.isEmpty() || !given.get(0).matches(NUMBER)) {
      faults.add(new Fault("/" + name, given.isEmpty() ? "missing" : "malformed"));
      return 0;
    }
    return Integer.parseInt(given.get(0));
  }

  private static PackVersionRequest version(RoutingContext context) {
    String token = BearerToken.of(context);
    String version = context.pathParam("version");
    if (!version.matches(NUMBER)) {
      throw BusFailure.notFound();
    }
    return new PackVersionRequest(token, context.pathParam("id"), Integer.parseInt(version));
  }

  private static JsonObject editor(RoutingContext context) {
    return new PackRequest(BearerToken.of(context)).toJson();
  }
}
