package dev.rolewise.local.statistics;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import dev.rolewise.assessment.scoring.statistics.Aggregation;
import dev.rolewise.assessment.scoring.statistics.AnswerTable;
import dev.rolewise.assessment.scoring.statistics.Figure;
import dev.rolewise.assessment.scoring.statistics.Figures;
import dev.rolewise.assessment.scoring.statistics.ItemFigures;
import dev.rolewise.assessment.scoring.statistics.Reliability;
import dev.rolewise.assessment.scoring.statistics.Scale;
import dev.rolewise.assessment.scoring.statistics.ScaleStatistics;
import dev.rolewise.assessment.scoring.statistics.ScaleSummary;
import dev.rolewise.assessment.scoring.statistics.ScoreQuantiles;
import dev.rolewise.assessment.scoring.statistics.TeamFigures;
import dev.rolewise.assessment.scoring.statistics.WithinGroupAgreement;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/**
 * Writes the statistics as JSON while they are worked out, team by team. A figure that is undefined
 * is null, with the reason beside it under its name + "Reason".
 */
public final class StatisticsJson {

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          // the same shortest digits on every Java
          .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
          .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
          .build();

  private final JsonGenerator json;

  private StatisticsJson(JsonGenerator json) {
    this.json = json;
  }

  /** Writes everything about every scale. */
  public static void write(AnswerTable table, ScaleSet scales, OutputStream out)
      throws IOException {
    try (JsonGenerator json = FACTORY.createGenerator(out)) {
      json.useDefaultPrettyPrinter();
      json.writeStartObject();
      json.writeStringField("engine", ScaleStatistics.ENGINE);
      json.writeArrayFieldStart("scales");
      for (Scale scale : scales.scales()) {
        new StatisticsJson(json).scale(ScaleStatistics.of(table, scale));
      }
      json.writeEndArray();
      json.writeEndObject();
      json.writeRaw('\n');
    }
  }

  private void scale(ScaleStatistics statistics) throws IOException {
    ScaleSummary scale = statistics.summary();
    json.writeStartObject();
    json.writeStringField("scale", scale.scale());
    json.writeNumberField("respondents", scale.respondents());
    json.writeNumberField("complete", scale.complete());
    json.writeNumberField("scored", scale.scored());
    json.writeNumberField("missingAnswers", scale.missingAnswers());
    figure("meanScore", scale.meanScore());
    figure("sdScore", scale.sdScore());
    quantiles(scale.quantiles());
    json.writeArrayFieldStart("items");
    for (ItemFigures item : scale.items()) {
      item(item);
    }
    json.writeEndArray();
    reliability(scale.reliability());
    aggregation(scale.aggregation());
    json.writeArrayFieldStart("teams");
    statistics.forEachTeam(this::team);
    json.writeEndArray();
    json.writeEndObject();
  }

  private void quantiles(ScoreQuantiles quantiles) throws IOException {
    json.writeObjectFieldStart("quantiles");
    json.writeArrayFieldStart("p");
    for (double p : ScoreQuantiles.PROBABILITIES) {
      json.writeNumber(p);
    }
    json.writeEndArray();
    figures("type6", quantiles.type6());
    figures("type7", quantiles.type7());
    json.writeEndObject();
  }

  private void item(ItemFigures item) throws IOException {
    json.writeStartObject();
    json.writeStringField("id", item.id());
    json.writeNumberField("n", item.n());
    figure("mean", item.mean());
    figure("sd", item.sd());
    figure("median", item.median());
    json.writeEndObject();
  }

  private void reliability(Reliability reliability) throws IOException {
    json.writeObjectFieldStart("reliability");
    json.writeNumberField("n", reliability.n());
    json.writeNumberField("k", reliability.k());
    figure("alpha", reliability.alpha());
    figures("alphaFeldt95", reliability.alphaFeldt95());
    figures("alphaFeldt90", reliability.alphaFeldt90());
    figure("alphaStd", reliability.alphaStd());
    figure("averageR", reliability.averageR());
    figures("smc", reliability.smc());
    figure("lambda6Std", reliability.lambda6Std());
    figure("lambda6Raw", reliability.lambda6Raw());
    figure("omegaTotalMinresStd", reliability.omegaTotalMinresStd());
    figure("omegaTotalMlRaw", reliability.omegaTotalMlRaw());
    figures("correctedItemTotal", reliability.correctedItemTotal());
    figures("alphaIfDeleted", reliability.alphaIfDeleted());
    json.writeEndObject();
  }

  private void aggregation(Aggregation aggregation) throws IOException {
    json.writeObjectFieldStart("aggregation");
    json.writeNumberField("teams", aggregation.teams());
    json.writeNumberField("respondents", aggregation.respondents());
    figure("meanTeamSize", aggregation.meanTeamSize());
    figure("k0", aggregation.k0());
    figure("msBetween", aggregation.msBetween());
    figure("msWithin", aggregation.msWithin());
    figure("dfBetween", aggregation.dfBetween());
    figure("dfWithin", aggregation.dfWithin());
    figure("F", aggregation.f());
    figure("p", aggregation.p());
    figure("etaSquared", aggregation.etaSquared());
    figure("icc1", aggregation.icc1());
    figure("icc2", aggregation.icc2());
    figure("icc1k0", aggregation.icc1k0());
    figure("designEffect", aggregation.designEffect());
    figure("effectiveN", aggregation.effectiveN());
    json.writeEndObject();
  }

  private void team(TeamFigures team) {
    try {
      json.writeStartObject();
      json.writeStringField("team", team.team());
      json.writeNumberField("respondents", team.respondents());
      json.writeNumberField("complete", team.complete());
      json.writeNumberField("scored", team.scored());
      figure("meanScore", team.meanScore());
      figure("sdScore", team.sdScore());
      figure("medianScore", team.medianScore());
      agreement(team);
      json.writeEndObject();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private void agreement(TeamFigures team) throws IOException {
    figure("meanItemVariance", team.meanItemVariance());
    figure("rwgj", team.rwgj());
    figure("rwgjLindell", team.rwgjLindell());
    figure("maxDissensusRwg", team.maxDissensusRwg());
    skewed(team);
    figure("adMean", team.adMean());
    figure("adMedian", team.adMedian());
    figure("awg", team.awg());
    figures("itemMean", team.itemMean());
    figures("itemVar", team.itemVar());
    figures("itemRwg", team.itemRwg());
    json.writeObjectFieldStart("available");
    json.writeNumberField("itemsUsed", team.available().itemsUsed());
    figure("meanItemVariance", team.available().meanItemVariance());
    figure("rwgj", team.available().rwgj());
    json.writeEndObject();
    json.writeObjectFieldStart("krippendorff");
    figure("interval", team.krippendorffInterval());
    figure("ordinal", team.krippendorffOrdinal());
    json.writeEndObject();
    figure("kendallW", team.kendallW());
  }

  private void skewed(TeamFigures team) throws IOException {
    if (team.rwgjSkewed() == null) {
      json.writeNullField("rwgjSkewed");
      json.writeStringField("rwgjSkewedReason", team.skewedReason());
      return;
    }
    json.writeObjectFieldStart("rwgjSkewed");
    for (int shape = 0; shape < team.rwgjSkewed().size(); shape++) {
      figure(WithinGroupAgreement.SKEWED_SHAPES.get(shape), team.rwgjSkewed().get(shape));
    }
    json.writeEndObject();
  }

  private void figure(String name, Figure figure) throws IOException {
    if (figure.isDefined()) {
      json.writeNumberField(name, plus(figure.value()));
    } else {
      json.writeNullField(name);
      json.writeStringField(name + "Reason", figure.reason());
    }
  }

  private void figures(String name, Figures figures) throws IOException {
    if (figures.isDefined()) {
      json.writeArrayFieldStart(name);
      for (double value : figures.values()) {
        if (Double.isNaN(value)) {
          json.writeNull();
        } else {
          json.writeNumber(plus(value));
        }
      }
      json.writeEndArray();
    } else {
      json.writeNullField(name);
    }
    if (figures.reason() != null) {
      json.writeStringField(name + "Reason", figures.reason());
    }
  }

  /** No negative zero: it only puzzles readers. */
  private static double plus(double value) {
    return value + 0.0;
  }
}
