package dev.rolewise.gateway.page;

import static dev.rolewise.gateway.markup.Element.el;

import dev.rolewise.content.contract.ContentAddress;
import dev.rolewise.content.contract.InstrumentRequest;
import dev.rolewise.gateway.content.DocumentAsk;
import dev.rolewise.gateway.markup.Element;
import dev.rolewise.gateway.markup.Node;
import io.vertx.core.json.JsonObject;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The quick check without a script: each answer is a step to the next question. */
final class QuickCheckPage implements LearnPage {
  private static final String INSTRUMENT = "role-gap-scan";

  /** The situation that tells each outcome best; the front end has the same. */
  private final JsonObject situations = SharedFile.read("/texts/situations.json");

  @Override
  public String route() {
    return "/quick-check";
  }

  @Override
  public Recipe recipe(PageRequest request) {
    PageWords words = request.words();
    List<Integer> taps = QuickCheckCard.taps(request);
    if (!QuickCheckCard.isComplete(taps)) {
      return new Recipe(
          QuickCheckCard.address(taps),
          List.of(),
          !taps.isEmpty(),
          read -> page(words, taps, QuickCheckCard.question(words, taps)));
    }
    return new Recipe(
        QuickCheckCard.address(taps),
        List.of(
            new DocumentAsk(
                ContentAddress.INSTRUMENT_GET,
                new InstrumentRequest(words.language(), INSTRUMENT, null).toJson()),
            request.catalogue(ContentAddress.SCENARIO_LIST)),
        false,
        read -> {
          QuickCheck.Result result = QuickCheck.of(read.get(0)).judge(taps);
          Optional<JsonObject> situation =
              matching(Fields.objects(read.get(1), "items"), result.outcome());
          return page(words, taps, QuickCheckCard.outcome(words, result, situation));
        });
  }

  private static Page page(PageWords words, List<Integer> taps, Element card) {
    Node body = el("div", "quick-alone").with(card);
    Page page =
        Page.of(
            words.say("quick.title"), words.say("quick.lead"), QuickCheckCard.address(taps), body);
    return taps.isEmpty() ? page : page.unlisted();
  }

  /** The one named, else one that leads to the same roles. */
  private Optional<JsonObject> matching(List<JsonObject> scenarios, String outcome) {
    JsonObject wanted = situations.getJsonObject(outcome);
    Set<String> roles = new HashSet<>(Fields.texts(wanted, "roles"));
    Optional<JsonObject> named =
        scenarios.stream()
            .filter(it -> Fields.text(it, "id").equals(Fields.text(wanted, "id")))
            .findFirst();
    return named.or(
        () ->
            scenarios.stream()
                .filter(it -> new HashSet<>(Fields.texts(it, "roles")).equals(roles))
                .findFirst());
  }
}
