package dev.rolewise.bench.goal;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A public document.
 *
 * @param path without its language
 * @param bytes of it in English
 * @param tag its entity tag, quotes included
 */
record Document(String path, byte[] bytes, String tag) {

  /** The role, guide or scenario whose length is nearest to that. */
  static Document nearTo(URI gateway, int length) throws IOException, InterruptedException {
    List<Document> all = new ArrayList<>();
    for (String kind : List.of("roles", "guides", "scenarios")) {
      String list = "/api/v1/" + kind;
      for (Object item :
          new JsonObject(new String(read(gateway, list).bytes())).getJsonArray("items")) {
        all.add(read(gateway, list + "/" + ((JsonObject) item).getString("id")));
      }
    }
    return all.stream()
        .min(Comparator.comparing(it -> Math.abs(it.bytes().length - length)))
        .orElseThrow();
  }

  String pathIn(String language) {
    return path.replaceFirst("locale=.*", "locale=" + language);
  }

  private static Document read(URI gateway, String path) throws IOException, InterruptedException {
    String whole = path + "?locale=en";
    HttpResponse<byte[]> answer =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(gateway.resolve(whole)).build(),
                HttpResponse.BodyHandlers.ofByteArray());
    if (answer.statusCode() != 200) {
      throw new IllegalStateException(whole + " is answered with " + answer.statusCode());
    }
    return new Document(whole, answer.body(), answer.headers().firstValue("etag").orElseThrow());
  }
}
