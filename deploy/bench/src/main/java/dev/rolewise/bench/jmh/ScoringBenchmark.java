package dev.rolewise.bench.jmh;

import dev.rolewise.assessment.scoring.Instrument;
import dev.rolewise.assessment.scoring.RoleGapScoring;
import dev.rolewise.assessment.scoring.RoundFacts;
import dev.rolewise.assessment.scoring.SheetColumns;
import dev.rolewise.assessment.scoring.report.ScanReport;
import dev.rolewise.local.instrument.PackagedInstruments;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A report over a million sheets of 24 items, beside a plain sum of the bytes of their answers. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class ScoringBenchmark {

  private static final int SHEETS = 1_000_000;
  private static final int K = 4;
  private static final int INITIATIVES = 3;
  private static final double DONT_KNOW = 0.08;

  private byte[][] answers;
  private SheetColumns sheets;
  private RoleGapScoring scoring;
  private RoundFacts facts;

  @Setup
  public void sheets() {
    Instrument instrument = PackagedInstruments.roleGapScan();
    SplittableRandom random = new SplittableRandom(9);
    answers = columns(random, instrument.items().size(), 0, Instrument.HIGHEST_ANSWER);
    byte[][] coverage =
        columns(random, instrument.areas().size(), 1, instrument.coverageOptions().size());
    byte[][] votes = columns(random, instrument.scenarios().size(), 0, 2);
    sheets = SheetColumns.wrap(SHEETS, answers, coverage, votes);
    scoring = new RoleGapScoring(instrument);
    facts = new RoundFacts(SHEETS, K, INITIATIVES, List.of(), SHEETS);
  }

  private static byte[][] columns(SplittableRandom random, int columns, int lowest, int highest) {
    byte[][] filled = new byte[columns][SHEETS];
    for (byte[] column : filled) {
      for (int sheet = 0; sheet < SHEETS; sheet++) {
        boolean known = random.nextDouble() >= DONT_KNOW;
        column[sheet] = (byte) (known ? random.nextInt(lowest, highest + 1) : -1);
      }
    }
    return filled;
  }

  /** The yardstick. */
  @Benchmark
  public long byteSum() {
    long sum = 0;
    for (byte[] column : answers) {
      int ofColumn = 0;
      for (byte answer : column) {
        ofColumn += answer;
      }
      sum += ofColumn;
    }
    return sum;
  }

  @Benchmark
  public ScanReport report() {
    return scoring.report(facts, sheets);
  }
}
