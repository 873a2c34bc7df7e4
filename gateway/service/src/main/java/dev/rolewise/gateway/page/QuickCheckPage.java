package dev.rolewise.gateway.page;

import static dev.rolewise.gateway.markup.Element.el;

import dev.rolewise.content.contract.ContentAddress;
import dev.rolewise.content.contract.InstrumentRequest;
import dev.rolewise.gateway.content.DocumentAsk;
import dev.rolewise.gateway.markup.Element;
import dev.rolewise.gateway.markup.Node;
import dev.rolewise.runtime.bus.BusFailure;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;

/** The quick check without a script: each answer is a step to the next question. */
final class QuickCheckPage implements LearnPage {
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
    return Recipe.first(
        List.of(Sides.ask(request)), false, read -> judged(request, taps, Sides.in(read.get(0))));
  }

  /** By the instrument that the start page goes by. */
  private static Recipe judged(PageRequest request, List<Integer> taps, Sides sides) {
    PageWords words = request.words();
    String instrument = sides.first().orElseThrow(BusFailure::notFound);
    return Recipe.of(
        QuickCheckCard.address(taps),
        List.of(
            new DocumentAsk(
                ContentAddress.INSTRUMENT_GET,
                new InstrumentRequest(words.language(), instrument, null).toJson()),
            request.catalogue(ContentAddress.SCENARIO_LIST),
            Sides.ask(request)),
        read -> {
          QuickCheck.Result result = QuickCheck.of(read.get(0)).judge(taps);
          Optional<JsonObject> situation =
              Situations.matching(
                  Fields.objects(read.get(1), "items"), result.outcome(), Sides.in(read.get(2)));
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
}
